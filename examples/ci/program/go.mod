module stock

go 1.17
