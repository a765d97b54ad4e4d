module values

go 1.17
