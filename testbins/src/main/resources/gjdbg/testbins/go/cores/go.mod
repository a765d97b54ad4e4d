module cores

go 1.17
