module pause

go 1.17
