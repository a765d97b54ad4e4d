module bench

go 1.17
