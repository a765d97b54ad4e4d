module made

go 1.17
