package main

// What is asked before the call: chapter 24. Root and nobody pass.

// guarded is BLK-guard/order, as far as it concerns set_weights.
func (s *state) guarded(c call) refusal {
	if c.hotkey == "" {
		return ""
	}
	return first([]check{
		{!s.swapDisputed(c), "SubtensorModule.ColdkeySwapDisputed"},
		{!s.swapAnnounced(c), "SubtensorModule.ColdkeySwapAnnounced"},
		{s.enoughStake(c), "SubtensorModule.NotEnoughStakeToSetWeights"},
		{s.notTooFast(c), "SubtensorModule.SettingWeightsTooFast"},
	})
}

func (s *state) swapAnnounced(c call) bool {
	return s.has(subtensor("ColdkeySwapAnnouncements", twoxAccount(c.hotkey)))
}

func (s *state) swapDisputed(c call) bool {
	return s.swapAnnounced(c) && s.has(subtensor("ColdkeySwapDisputes", twoxAccount(c.hotkey)))
}

// notTooFast is BLK-guard/weights-rate, asked where weights are set openly.
func (s *state) notTooFast(c call) bool {
	return s.commitsFirst(c.netuid) || !s.isNeuron(c) || s.withinRate(c)
}

// admissionNumbers is BLK-admission/number, of what these guards can answer.
var admissionNumbers = map[refusal]int{
	"SubtensorModule.ColdkeySwapAnnounced":       0,
	"SubtensorModule.NotEnoughStakeToSetWeights": 1,
	"SubtensorModule.SettingWeightsTooFast":      6,
	"SubtensorModule.ColdkeySwapDisputed":        21,
}
