module composed

go 1.18
