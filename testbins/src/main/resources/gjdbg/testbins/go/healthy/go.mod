module healthy

go 1.17
