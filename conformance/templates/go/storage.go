package main

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
)

// state is what a node has: raw keys and raw values, both bytes. Writes of a call collect in changes.
type state struct {
	entries map[string][]byte
	changes map[string][]byte
}

func (s *state) raw(key string) ([]byte, bool) {
	if value, changed := s.changes[key]; changed {
		return value, true
	}
	value, found := s.entries[key]
	return value, found
}

// read returns an entry, or the item's default where there is none.
func (s *state) read(key string, otherwise ...byte) []byte {
	if value, found := s.raw(key); found {
		return value
	}
	return otherwise
}

func (s *state) has(key string) bool {
	_, found := s.raw(key)
	return found
}

func (s *state) write(key string, value []byte) { s.changes[key] = value }

func (s *state) digest() string {
	keys := make([]string, 0, len(s.entries))
	for key := range s.entries {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	hash := sha256.New()
	for _, key := range keys {
		hash.Write([]byte(key))
		hash.Write(s.entries[key])
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// item makes the raw key of an entry: the names of pallet and item hashed, then each part of the key as its hasher left it.
func item(pallet, name string, parts ...[]byte) string {
	key := append(twox([]byte(pallet), 2), twox([]byte(name), 2)...)
	for _, part := range parts {
		key = append(key, part...)
	}
	return string(key)
}

func subtensor(name string, parts ...[]byte) string { return item("SubtensorModule", name, parts...) }

func identity(number uint16) []byte     { return u16Bytes(number) }
func blakeConcat(account string) []byte { return append(blake128([]byte(account)), account...) }
func twoxConcat(plain []byte) []byte    { return append(twox(plain, 1), plain...) }
func twoxAccount(account string) []byte { return twoxConcat([]byte(account)) }
func twoxNumber(number uint16) []byte   { return twoxConcat(u16Bytes(number)) }
