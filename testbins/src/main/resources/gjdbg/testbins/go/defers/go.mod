module defers

go 1.17
