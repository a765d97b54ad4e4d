module gallery

go 1.17
