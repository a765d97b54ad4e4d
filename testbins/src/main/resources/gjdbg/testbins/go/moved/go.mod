module moved

go 1.17
