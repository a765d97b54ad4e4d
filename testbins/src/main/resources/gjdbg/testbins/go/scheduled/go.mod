module scheduled

go 1.17
