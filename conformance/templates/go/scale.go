package main

import "encoding/binary"

// Reading and writing SCALE. What a node stored is well formed, so reading does not ask.

type reader struct{ rest []byte }

func (r *reader) take(size int) []byte {
	taken := r.rest[:size]
	r.rest = r.rest[size:]
	return taken
}

func (r *reader) u16() uint16 { return binary.LittleEndian.Uint16(r.take(2)) }
func (r *reader) u64() uint64 { return binary.LittleEndian.Uint64(r.take(8)) }

// length is a compact number below 2^30.
func (r *reader) length() int {
	switch first := r.rest[0]; first & 3 {
	case 0:
		return int(r.take(1)[0] >> 2)
	case 1:
		return int(r.u16() >> 2)
	default:
		return int(binary.LittleEndian.Uint32(r.take(4)) >> 2)
	}
}

func appendLength(raw []byte, length int) []byte {
	switch {
	case length < 1<<6:
		return append(raw, byte(length<<2))
	case length < 1<<14:
		return binary.LittleEndian.AppendUint16(raw, uint16(length<<2|1))
	default:
		return binary.LittleEndian.AppendUint32(raw, uint32(length<<2|2))
	}
}

func u16Bytes(number uint16) []byte { return binary.LittleEndian.AppendUint16(nil, number) }

// number reads an integer of any width up to 64 bits.
func number(raw []byte) uint64 {
	var whole [8]byte
	copy(whole[:], raw)
	return binary.LittleEndian.Uint64(whole[:])
}

func decodeBlocks(raw []byte) []uint64 {
	r := reader{raw}
	blocks := make([]uint64, r.length())
	for i := range blocks {
		blocks[i] = r.u64()
	}
	return blocks
}

func encodeBlocks(blocks []uint64) []byte {
	raw := appendLength(nil, len(blocks))
	for _, block := range blocks {
		raw = binary.LittleEndian.AppendUint64(raw, block)
	}
	return raw
}

type relation struct {
	proportion uint64
	account    string
}

func decodeRelations(raw []byte) []relation {
	r := reader{raw}
	relations := make([]relation, r.length())
	for i := range relations {
		relations[i] = relation{r.u64(), string(r.take(32))}
	}
	return relations
}

func encodeWeights(uids, values []uint16) []byte {
	raw := appendLength(nil, len(uids))
	for i, uid := range uids {
		raw = append(append(raw, u16Bytes(uid)...), u16Bytes(values[i])...)
	}
	return raw
}
