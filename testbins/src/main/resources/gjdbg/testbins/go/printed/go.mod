module printed

go 1.17
