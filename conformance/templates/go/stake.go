package main

import (
	"math"
	"math/big"
)

// Stake weight: what a hotkey's stake counts on a subnet. Numbers are bits of a fixed-point number, U96F32 or I64F64.

const defaultTaoWeight = 971_718_665_099_567_868

var highestI64F64 = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1))

// proportion is STW-proportion/of-u64: the upper half of the bits, but the greatest number is exactly one.
func proportion(stored uint64) uint64 {
	if stored == math.MaxUint64 {
		return 1 << 32
	}
	return stored >> 32
}

func product(stake, factor uint64) *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(stake), new(big.Int).SetUint64(factor))
}

func (s *state) plainStake(hotkey string, netuid uint16) uint64 {
	return number(s.read(subtensor("TotalHotkeyAlpha", blakeConcat(hotkey), identity(netuid))))
}

func (s *state) relations(name, hotkey string, netuid uint16) []relation {
	return decodeRelations(s.read(subtensor(name, blakeConcat(hotkey), identity(netuid)), 0))
}

// inherited is STW-inheritance/balance: the stakes lie on one subnet, the family is that of another.
func (s *state) inherited(hotkey string, stakes, family uint16) *big.Int {
	own := s.plainStake(hotkey, stakes)
	total := product(own, 1<<32)
	for _, child := range s.relations("ChildKeys", hotkey, family) {
		total.Sub(total, product(own, proportion(child.proportion)))
	}
	if total.Sign() < 0 {
		total.SetInt64(0)
	}
	for _, parent := range s.relations("ParentKeys", hotkey, family) {
		total.Add(total, product(s.plainStake(parent.account, stakes), proportion(parent.proportion)))
	}
	return lesser(total.Rsh(total, 32), new(big.Int).SetUint64(math.MaxUint64))
}

func (s *state) inheritedAlpha(hotkey string, netuid uint16) *big.Int {
	if netuid == root {
		return new(big.Int).SetUint64(s.plainStake(hotkey, root))
	}
	return s.inherited(hotkey, netuid, netuid)
}

// stakeWeight is STW-weight/hotkey, in bits of an I64F64.
func (s *state) stakeWeight(hotkey string, netuid uint16) *big.Int {
	taoWeight := uint64(defaultTaoWeight)
	if raw, found := s.raw(subtensor("TaoWeight")); found {
		taoWeight = number(raw)
	}
	weighted := new(big.Int).Mul(asI64F64(s.inherited(hotkey, root, netuid)), product(1, proportion(taoWeight)))
	sum := weighted.Add(weighted.Rsh(weighted, 32), asI64F64(s.inheritedAlpha(hotkey, netuid)))
	return lesser(sum, highestI64F64)
}

func asI64F64(whole *big.Int) *big.Int {
	return lesser(new(big.Int).Lsh(whole, 64), highestI64F64)
}

func lesser(a, b *big.Int) *big.Int {
	if a.Cmp(b) <= 0 {
		return a
	}
	return b
}
