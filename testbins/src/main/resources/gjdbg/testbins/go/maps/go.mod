module mapsfixture

go 1.17
