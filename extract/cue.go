package extract

import "fmt"

// cue says how a clause is meant, or what part a person has in it: frames.csv.
type cue string

const (
	cAnnulled cue = "annulled" // events behind it do not hold: "thu hồi quyết định bổ nhiệm …"
	cFeigned  cue = "feigned"  // the post directly behind is not held: "tự xưng là …"
	cUntrue   cue = "untrue"   // what stands before it is not so: "… là sai sự thật"
	cPlanned  cue = "planned"  // the event directly behind is to come: "sẽ giữ chức"
	cProposed cue = "proposed" // an event behind it is asked for: "đề nghị Ban Bí thư cách chức …"
	cBy       cue = "by"       // the person directly behind acts: "dưới sự chủ trì của …"
	cActs     cue = "acts"     // the person directly before acts: "…, Bí thư Tỉnh ủy, trao quyết định"
	cKin      cue = "kin"      // the person directly behind is a relative: "vợ ông A"
	cRevoked  cue = "revoked"  // as untrue, of a decision that the sentence begins with: "Quyết định … bị thu hồi"
	cBefore   cue = "predecessor"
	cAfter    cue = "successor"
	cNone     cue = "none"
)

// frameCue reads a row of frames.csv.
func (l *Lists) frameCue(r row) error {
	switch c := cue(r.get("cue")); c {
	case cAnnulled, cFeigned, cUntrue, cPlanned, cProposed, cBy, cActs, cKin, cRevoked, cBefore, cAfter, cNone:
		if !l.frames.add(r.get("phrase"), c) {
			return fmt.Errorf("phrase: %q is in the list already", r.get("phrase"))
		}
		return nil
	default:
		return fmt.Errorf("cue: unknown word %q", c)
	}
}
