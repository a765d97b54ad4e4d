module longrun

go 1.17
