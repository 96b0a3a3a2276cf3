package gazetteer

import "fmt"

// Cue says how a clause is meant, or what part a person has in it: frames.csv.
type Cue string

const (
	CAnnulled Cue = "annulled"    // events behind it do not hold: "thu hồi quyết định bổ nhiệm …"
	CFeigned  Cue = "feigned"     // the post directly behind is not held: "tự xưng là …"
	CUntrue   Cue = "untrue"      // what stands before it is not so: "… là sai sự thật"
	CPlanned  Cue = "planned"     // the event directly behind is to come: "sẽ giữ chức"
	CProposed Cue = "proposed"    // an event behind it is asked for: "đề nghị Ban Bí thư cách chức …"
	CBy       Cue = "by"          // the person directly behind acts: "dưới sự chủ trì của …"
	CActs     Cue = "acts"        // the person directly before acts: "…, Bí thư Tỉnh ủy, trao quyết định"
	CKin      Cue = "kin"         // the person directly behind is a relative: "vợ ông A"
	CServes   Cue = "serves"      // the post directly behind is that of another: "trợ lý cho Bộ trưởng", "báo cáo với …"
	CRevoked  Cue = "revoked"     // as untrue, of a decision that the sentence begins with: "Quyết định … bị thu hồi"
	CBefore   Cue = "predecessor" // the person directly behind held the post before
	CAfter    Cue = "successor"   // the person directly behind holds it after
	cNone     Cue = "none"
)

// frameCue reads a row of frames.csv.
func (l *Lists) frameCue(r row) error {
	switch c := Cue(r.get("cue")); c {
	case CAnnulled, CFeigned, CUntrue, CPlanned, CProposed, CBy, CActs, CKin, CServes, CRevoked, CBefore, CAfter, cNone:
		if !l.Frames.add(r.get("phrase"), c) {
			return fmt.Errorf("phrase: %q is in the list already", r.get("phrase"))
		}
		return nil
	default:
		return fmt.Errorf("cue: unknown word %q", c)
	}
}
