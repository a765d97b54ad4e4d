module texts

go 1.17
