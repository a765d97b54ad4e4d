module instances

go 1.18
