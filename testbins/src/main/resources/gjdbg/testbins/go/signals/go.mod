module signals

go 1.17
