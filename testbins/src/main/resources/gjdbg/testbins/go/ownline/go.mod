module ownline

go 1.17
