package main

import (
	"encoding/binary"
	"math/bits"
)

const (
	prime1 = 0x9e3779b185ebca87
	prime2 = 0xc2b2ae3d27d4eb4f
	prime3 = 0x165667b19e3779f9
	prime4 = 0x85ebca77c2b2ae63
	prime5 = 0x27d4eb2f165667c5
)

func xxRound(lane, input uint64) uint64 {
	return bits.RotateLeft64(lane+input*prime2, 31) * prime1
}

// xxHash64 of data under a seed.
func xxHash64(data []byte, seed uint64) uint64 {
	size := uint64(len(data))
	hash := seed + prime5
	if size >= 32 {
		lanes := [4]uint64{seed + prime1 + prime2, seed + prime2, seed, seed - prime1}
		for ; len(data) >= 32; data = data[32:] {
			for i := range lanes {
				lanes[i] = xxRound(lanes[i], binary.LittleEndian.Uint64(data[8*i:]))
			}
		}
		hash = 0
		for i, turn := range [4]int{1, 7, 12, 18} {
			hash += bits.RotateLeft64(lanes[i], turn)
		}
		for _, lane := range lanes {
			hash = (hash^xxRound(0, lane))*prime1 + prime4
		}
	}
	return xxTail(hash+size, data)
}

func xxTail(hash uint64, data []byte) uint64 {
	for ; len(data) >= 8; data = data[8:] {
		hash = bits.RotateLeft64(hash^xxRound(0, binary.LittleEndian.Uint64(data)), 27)*prime1 + prime4
	}
	if len(data) >= 4 {
		hash = bits.RotateLeft64(hash^uint64(binary.LittleEndian.Uint32(data))*prime1, 23)*prime2 + prime3
		data = data[4:]
	}
	for _, octet := range data {
		hash = bits.RotateLeft64(hash^uint64(octet)*prime5, 11) * prime1
	}
	hash = (hash ^ hash>>33) * prime2
	hash = (hash ^ hash>>29) * prime3
	return hash ^ hash>>32
}

// twox is xxHash64 taken words times, with the seeds 0, 1, …
func twox(data []byte, words int) []byte {
	var hash []byte
	for seed := 0; seed < words; seed++ {
		hash = binary.LittleEndian.AppendUint64(hash, xxHash64(data, uint64(seed)))
	}
	return hash
}

var blakeStart = [8]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

var blakeOrder = [10][16]int{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

// blake128 is BLAKE2b of 128 bits of at most one block, 128 bytes; keys of storage are no longer.
func blake128(data []byte) []byte {
	var block [128]byte
	var message [16]uint64
	copy(block[:], data)
	for i := range message {
		message[i] = binary.LittleEndian.Uint64(block[8*i:])
	}
	state := blakeStart
	state[0] ^= 0x01010000 ^ 16
	var work [16]uint64
	copy(work[:8], state[:])
	copy(work[8:], blakeStart[:])
	work[12] ^= uint64(len(data))
	work[14] = ^work[14]
	for round := 0; round < 12; round++ {
		blakeRound(&work, &message, blakeOrder[round%10])
	}
	var hash []byte
	for i := 0; i < 2; i++ {
		hash = binary.LittleEndian.AppendUint64(hash, state[i]^work[i]^work[i+8])
	}
	return hash
}

func blakeRound(work, message *[16]uint64, order [16]int) {
	for i := 0; i < 8; i++ {
		a, b, c, d := i%4, 4+i%4, 8+i%4, 12+i%4
		if i >= 4 {
			b, c, d = 4+(i+1)%4, 8+(i+2)%4, 12+(i+3)%4
		}
		for half, turns := range [2][2]int{{32, 24}, {16, 63}} {
			work[a] += work[b] + message[order[2*i+half]]
			work[d] = bits.RotateLeft64(work[d]^work[a], -turns[0])
			work[c] += work[d]
			work[b] = bits.RotateLeft64(work[b]^work[c], -turns[1])
		}
	}
}
