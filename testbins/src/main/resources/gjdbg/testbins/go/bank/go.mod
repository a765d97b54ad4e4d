module bank

go 1.17
