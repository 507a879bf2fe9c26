package main

// Who may set weights: chapter 13.

// ownersUid is NET-owner/uid.
func (s *state) ownersUid(netuid uint16) (uint16, bool) {
	hotkey, found := s.raw(subtensor("SubnetOwnerHotkey", identity(netuid)))
	if !found {
		return 0, false
	}
	return s.uid(netuid, string(hotkey))
}

func (s *state) isOwners(c call) bool {
	owners, found := s.ownersUid(c.netuid)
	uid, registered := s.uid(c.netuid, c.hotkey)
	return found && registered && owners == uid
}

// enoughStake is WGT-who/stake.
func (s *state) enoughStake(c call) bool {
	threshold := product(number(s.read(subtensor("StakeThreshold"))), 1)
	return s.isOwners(c) || s.stakeWeight(c.hotkey, c.netuid).Cmp(threshold.Lsh(threshold, 64)) >= 0
}

// recentVersion is WGT-who/version.
func (s *state) recentVersion(c call) bool {
	return c.versionKey >= number(s.read(subtensor("WeightsVersionKey", identity(c.netuid))))
}

// withinRate is WGT-who/rate.
func (s *state) withinRate(c call) bool {
	uid, registered := s.uid(c.netuid, c.hotkey)
	known := registered && s.has(subtensor("Keys", identity(c.netuid), identity(uid)))
	if !known || !s.mechanismExists(c.netuid, mainMech) {
		return false
	}
	updates := decodeBlocks(s.read(subtensor("LastUpdate", identity(storageIndex(c.netuid, mainMech))), 0))
	if int(uid) >= len(updates) || updates[uid] == 0 {
		return true
	}
	limit := number(s.read(subtensor("WeightsSetRateLimit", identity(c.netuid)), defaultLimit))
	block := s.currentBlock()
	return block-min(block, updates[uid]) >= limit
}

// permitted is WGT-who/permit.
func (s *state) permitted(c call) bool {
	uid, _ := s.uid(c.netuid, c.hotkey)
	permits := reader{s.read(subtensor("ValidatorPermit", identity(c.netuid)), 0)}
	count := permits.length()
	return s.weighsItself(c) || s.isOwners(c) || (int(uid) < count && permits.rest[uid] == 1)
}
