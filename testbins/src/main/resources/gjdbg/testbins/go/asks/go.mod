module asks

go 1.17
