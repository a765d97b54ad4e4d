module settable

go 1.17
