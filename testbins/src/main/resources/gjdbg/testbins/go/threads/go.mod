module threads

go 1.17
