module results

go 1.17
