module hammer

go 1.17
