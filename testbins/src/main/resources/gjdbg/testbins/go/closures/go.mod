module closures

go 1.17
