// An adapter in Go: one call, set_weights, on the storage of a node as it is.
//
// Put your own node in the place of weights.go and guards.go; the protocol and the reading of storage can stay.
package main

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

const servedCall = "SubtensorModule.set_weights"

type message = map[string]any

type question struct {
	Seq     int          `json:"seq"`
	Method  string       `json:"method"`
	Trace   string       `json:"trace"`
	Storage [][2]*string `json:"storage"`
	Cases   []caseAsked  `json:"cases"`
}

type caseAsked struct {
	ID     string    `json:"id"`
	Call   string    `json:"call"`
	Origin string    `json:"origin"`
	Args   arguments `json:"args"`
	Ext    bool      `json:"ext"`
}

type arguments struct {
	Netuid     uint16   `json:"netuid"`
	Dests      []uint16 `json:"dests"`
	Weights    []uint16 `json:"weights"`
	VersionKey string   `json:"version_key"`
}

func main() {
	input := bufio.NewReaderSize(os.Stdin, 1<<20)
	output := json.NewEncoder(os.Stdout)
	open := map[string]*state{}
	for {
		line, failure := input.ReadBytes('\n')
		if failure != nil {
			return
		}
		var asked question
		answer := message{}
		if problem := json.Unmarshal(line, &asked); problem != nil {
			answer["error"] = message{"where": "", "what": problem.Error()}
		} else {
			answer = answerTo(asked, open)
		}
		answer["seq"] = asked.Seq
		output.Encode(answer)
		if asked.Method == "bye" {
			return
		}
	}
}

func answerTo(asked question, open map[string]*state) message {
	chain := open[asked.Trace]
	switch {
	case asked.Method == "hello":
		return hello()
	case asked.Method == "bye":
		return message{}
	case asked.Method == "open":
		return opened(asked, open)
	case asked.Method != "op" && asked.Method != "close":
		return message{"unsupported": true}
	case chain == nil:
		return message{"error": message{"where": "trace", "what": "not open: " + asked.Trace}}
	case asked.Method == "close":
		delete(open, asked.Trace)
		return message{}
	}
	results := []message{}
	for _, each := range asked.Cases {
		results = append(results, chain.try(each))
	}
	return message{"results": results}
}

func hello() message {
	return message{
		"protocol":       1,
		"implementation": message{"name": "template", "version": "1", "language": "go"},
		"capabilities": message{
			"kinds": []string{"op"}, "functions": []string{}, "calls": []string{servedCall},
			"revisions": []string{"r425"}, "storage": "raw", "batch_max": 256,
		},
	}
}

func opened(asked question, open map[string]*state) message {
	chain := &state{entries: map[string][]byte{}, changes: map[string][]byte{}}
	for _, pair := range asked.Storage {
		if pair[0] == nil || pair[1] == nil {
			return message{"error": message{"where": "storage", "what": "an entry is no pair of hex"}}
		}
		chain.entries[string(octets(*pair[0]))] = octets(*pair[1])
	}
	open[asked.Trace] = chain
	return message{"digest": chain.digest()}
}

// try executes a call on the state as it stands and undoes it: what it wrote is told and forgotten.
func (s *state) try(asked caseAsked) message {
	versionKey, problem := strconv.ParseUint(asked.Args.VersionKey, 10, 64)
	if asked.Call != servedCall || problem != nil {
		return message{"id": asked.ID, "error": message{"where": "call", "what": "not " + servedCall}}
	}
	wanted := call{signer(asked.Origin), asked.Args.Netuid, asked.Args.Dests, asked.Args.Weights, versionKey}
	answer := message{"id": asked.ID, "changes": [][2]string{}, "events": []message{}}
	refused := s.guarded(wanted)
	if refused != "" && asked.Ext {
		answer["outcome"] = message{"invalid": message{"custom": admissionNumbers[refused]}}
		return answer
	}
	var fields []uint16
	if refused == "" {
		refused, fields = s.setWeights(wanted)
	}
	if refused != "" {
		answer["outcome"] = message{"err": message{"code": refused}}
		return answer
	}
	event := message{"pallet": "SubtensorModule", "name": "WeightsSet", "fields": fields}
	answer["outcome"], answer["changes"], answer["events"] = message{"ok": true}, s.takeChanges(), []message{event}
	return answer
}

// takeChanges returns what differs, in order of raw key, and forgets it.
func (s *state) takeChanges() [][2]string {
	differing := [][2]string{}
	for key, value := range s.changes {
		if before, found := s.entries[key]; !found || string(before) != string(value) {
			differing = append(differing, [2]string{inHex(key), inHex(string(value))})
		}
	}
	sort.Slice(differing, func(i, j int) bool { return differing[i][0] < differing[j][0] })
	s.changes = map[string][]byte{}
	return differing
}

// signer is the account of an origin, empty for root and for nobody.
func signer(origin string) string {
	if !strings.HasPrefix(origin, "0x") {
		return ""
	}
	return string(octets(origin))
}

func octets(text string) []byte {
	raw, problem := hex.DecodeString(strings.TrimPrefix(text, "0x"))
	if problem != nil {
		fmt.Fprintln(os.Stderr, "no hex:", text)
	}
	return raw
}

func inHex(raw string) string { return "0x" + hex.EncodeToString([]byte(raw)) }
