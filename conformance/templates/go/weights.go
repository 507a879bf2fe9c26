package main

// The call SubtensorModule.set_weights, and what is well formed: chapter 13. Comments name the rules.

const (
	root         = 0
	mainMech     = 0
	wholeWeight  = 65_535
	maxPerMech   = 4096
	defaultLimit = 100
)

// call is set_weights as somebody signed it; hotkey is empty for root and for nobody.
type call struct {
	hotkey     string
	netuid     uint16
	uids       []uint16
	values     []uint16
	versionKey uint64
}

// refusal is an error by its code; the empty one is none.
type refusal string

type check struct {
	holds bool
	code  refusal
}

// first is the error of the first check that does not hold; to ask the others too changes nothing.
func first(checks []check) refusal {
	for _, asked := range checks {
		if !asked.holds {
			return asked.code
		}
	}
	return ""
}

// setWeights is WGT-set/call and WGT-set/weights: checks, changes, and the event's fields.
func (s *state) setWeights(c call) (refusal, []uint16) {
	index := storageIndex(c.netuid, mainMech)
	refused := first([]check{
		{!s.commitsFirst(c.netuid), "SubtensorModule.CommitRevealEnabled"},
		{c.hotkey != "", "BadOrigin"},
		{c.netuid != root, "SubtensorModule.CanNotSetRootNetworkWeights"},
		{len(c.uids) == len(c.values), "SubtensorModule.WeightVecNotEqualSize"},
		{s.mechanismExists(c.netuid, mainMech), "SubtensorModule.MechanismDoesNotExist"},
		{len(c.uids) <= s.neurons(c.netuid), "SubtensorModule.UidsLengthExceedUidsInSubNet"},
		{s.isNeuron(c), "SubtensorModule.HotKeyNotRegisteredInSubNet"},
		{s.enoughStake(c), "SubtensorModule.NotEnoughStakeToSetWeights"},
		{s.recentVersion(c), "SubtensorModule.IncorrectWeightVersionKey"},
		{s.withinRate(c), "SubtensorModule.SettingWeightsTooFast"},
		{s.permitted(c), "SubtensorModule.NeuronNoValidatorPermit"},
		{!repeated(c.uids), "SubtensorModule.DuplicateUids"},
		{s.allNeurons(c), "SubtensorModule.UidVecContainInvalidOne"},
		{s.enoughWeights(c), "SubtensorModule.WeightVecLengthIsLow"},
	})
	if refused != "" {
		return refused, nil
	}
	uid, _ := s.uid(c.netuid, c.hotkey)
	s.write(subtensor("Weights", identity(index), identity(uid)), encodeWeights(c.uids, upscaled(c.values)))
	s.setLastUpdate(c.netuid, index, uid)
	return "", []uint16{index, uid}
}

// storageIndex is MEC-index/of.
func storageIndex(netuid uint16, mechanism int) uint16 {
	return uint16(min(min(maxPerMech*mechanism, wholeWeight)+int(netuid), wholeWeight))
}

func (s *state) currentBlock() uint64 { return number(s.read(item("System", "Number"))) }

func (s *state) commitsFirst(netuid uint16) bool {
	return s.read(subtensor("CommitRevealWeightsEnabled", identity(netuid)), 1)[0] == 1
}

func (s *state) mechanismExists(netuid uint16, mechanism int) bool {
	exists := s.read(subtensor("NetworksAdded", identity(netuid)), 0)[0] == 1
	return exists && mechanism < int(s.read(subtensor("MechanismCountCurrent", twoxNumber(netuid)), 1)[0])
}

func (s *state) neurons(netuid uint16) int {
	return int(number(s.read(subtensor("SubnetworkN", identity(netuid)))))
}

func (s *state) uid(netuid uint16, hotkey string) (uint16, bool) {
	raw, found := s.raw(subtensor("Uids", identity(netuid), blakeConcat(hotkey)))
	return uint16(number(raw)), found
}

func (s *state) isNeuron(c call) bool {
	_, found := s.uid(c.netuid, c.hotkey)
	return found
}

// weighsItself is WGT-shape/self.
func (s *state) weighsItself(c call) bool {
	uid, _ := s.uid(c.netuid, c.hotkey)
	return len(c.values) == 1 && len(c.uids) > 0 && c.uids[0] == uid
}

func repeated(uids []uint16) bool {
	seen := map[uint16]bool{}
	for _, uid := range uids {
		if seen[uid] {
			return true
		}
		seen[uid] = true
	}
	return false
}

func (s *state) allNeurons(c call) bool {
	for _, uid := range c.uids {
		if !s.has(subtensor("Keys", identity(c.netuid), identity(uid))) {
			return false
		}
	}
	return true
}

// enoughWeights is WGT-shape/least.
func (s *state) enoughWeights(c call) bool {
	least := 1024
	if raw, found := s.raw(subtensor("MinAllowedWeights", identity(c.netuid))); found {
		least = int(number(raw))
	}
	return s.weighsItself(c) || len(c.uids) >= min(s.neurons(c.netuid), least)
}

// setLastUpdate is REG-vector/last-update and REG-vector/set-last-update.
func (s *state) setLastUpdate(netuid, index, uid uint16) {
	key := subtensor("LastUpdate", identity(index))
	updates := decodeBlocks(s.read(key, 0))
	for len(updates) < s.neurons(netuid) {
		updates = append(updates, 0)
	}
	if int(uid) < len(updates) {
		updates[uid] = s.currentBlock()
		s.write(key, encodeBlocks(updates))
	}
}

// upscaled is YC-vector/max-upscale-u16: the greatest becomes 65 535. Numbers in between have 32 bits behind the point.
func upscaled(values []uint16) []uint16 {
	greatest := uint64(0)
	for _, value := range values {
		greatest = max(greatest, uint64(value))
	}
	scaled := make([]uint16, len(values))
	for i, value := range values {
		switch {
		case greatest == 0:
		case greatest <= 32_768:
			scaled[i] = rounded(uint64(value) * wholeWeight << 32 / greatest)
		default:
			scaled[i] = rounded(uint64(value) * (wholeWeight << 32 / greatest))
		}
	}
	return scaled
}

// rounded takes 32 bits behind the point away, a half upward.
func rounded(bits uint64) uint16 { return uint16((bits + 1<<31) >> 32) }
