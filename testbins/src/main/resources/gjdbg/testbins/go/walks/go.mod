module walks

go 1.17
