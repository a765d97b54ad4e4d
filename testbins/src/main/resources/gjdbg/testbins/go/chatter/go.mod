module chatter

go 1.17
