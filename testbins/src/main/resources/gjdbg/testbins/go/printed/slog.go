//go:build go1.21
// +build go1.21

package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"time"
)

type valuer struct{ n int }

func (v valuer) LogValue() slog.Value { return slog.IntValue(v.n) }

// What Value's String method has, but for the form of times.
func slogText(v slog.Value) string {
	switch v.Kind() {
	case slog.KindTime:
		return v.Time().Format(time.RFC3339Nano)
	case slog.KindGroup:
		text := ""
		for _, attr := range v.Group() {
			text += " " + attr.Key + "=" + slogText(attr.Value)
		}
		return "[" + text[min(1, len(text)):] + "]"
	}
	return v.String()
}

func init() {
	adders = append(adders, func(s *shelf) {
		zoned := time.Date(2024, 3, 1, 12, 30, 0, 5, time.FixedZone("far", -12600))
		wrapped := fmt.Errorf("outer: %w", io.EOF)
		attrs := []slog.Attr{
			slog.String("s", "str"), slog.String("s", ""), slog.String("s p", "a \"b\"\n"), slog.Int("n", 5), slog.Int64("n", math.MinInt64),
			slog.Uint64("n", math.MaxUint64), slog.Bool("b", true), slog.Bool("b", false), slog.Duration("d", time.Second), slog.Duration("d", -1),
			slog.Time("t", zoned), slog.Time("t", time.Date(1960, 1, 1, 0, 0, 0, 1, time.UTC)), slog.Time("t", time.Time{}), slog.Time("t", time.Date(12024, 1, 2, 3, 4, 5, 6, time.UTC)), slog.Any("nil", nil), slog.Any("err", wrapped),
			slog.Group("g"), slog.Group("g", "a", 1, slog.Group("h", "b", "x y", "t", zoned), "c", true), slog.Any("l", slog.LevelWarn),
		}
		for _, f := range []float64{1.5, 0, math.Copysign(0, -1), 1e20, 1e21, 123456789012345, 1e-4, 1e-5, 1e-7, 1.0 / 3, math.Inf(-1), math.NaN(), math.MaxFloat64} {
			attrs = append(attrs, slog.Float64("f", f))
		}
		for i, attr := range attrs {
			s.add(fmt.Sprint("Attr", i), attr, attr.Key+"="+slogText(attr.Value))
			s.add(fmt.Sprint("Value", i), attr.Value, slogText(attr.Value))
		}
		s.add("SlogAny", slog.Any("list", []int{1}), "list=[]int {1}")
		s.add("Valuer", slog.Any("v", valuer{7}), "v=main.valuer {n: 7}")
		for level := slog.Level(-9); level < 12; level++ {
			s.add(fmt.Sprint("Level", level), level, level.String())
		}
		variable := new(slog.LevelVar)
		variable.Set(slog.LevelError + 1)
		s.add("LevelVar", variable, variable.String())
		record := slog.NewRecord(zoned, slog.LevelWarn, "a \"message\"", 0)
		for _, attr := range attrs[:7] {
			record.Add(attr)
		}
		text := ""
		record.Attrs(func(attr slog.Attr) bool {
			text += " " + attr.Key + "=" + slogText(attr.Value)
			return true
		})
		s.add("Record", record, fmt.Sprintf("slog.Record(%s %v %q%s)", record.Time.Format(time.RFC3339Nano), record.Level, record.Message, text))
		s.add("NoRecord", slog.Record{}, "slog.Record(0001-01-01T00:00:00Z INFO \"\")")
		s.add("TextLog", slog.New(slog.NewTextHandler(io.Discard, nil)).With("a", 1, "b", "x y"), `slog.Logger(slog.TextHandler(INFO, a=1 b="x y"))`)
		s.add("JSONLog", slog.New(slog.NewJSONHandler(io.Discard, &slog.HandlerOptions{Level: slog.LevelDebug})).With("a", 1), `slog.Logger(slog.JSONHandler(DEBUG, "a":1))`)
		s.add("GroupLog", slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{Level: variable})).WithGroup("g").With("a", 1).WithGroup("h"), `slog.Logger(slog.TextHandler(LevelVar(ERROR+1), g.a=1, in g.h))`)
		s.add("DefaultLog", slog.Default(), "slog.Logger(slog.defaultHandler(INFO))")
		s.add("JoinedAttr", slog.Any("err", errors.Join(io.EOF, wrapped)), "err="+errors.Join(io.EOF, wrapped).Error())
	})
}
