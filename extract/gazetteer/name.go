package gazetteer

// Names of kinds of organisation that rules make: an organisation that the text leaves out or writes in another way is
// recorded under one of these names, so they are no words to be found in a text, and a list could not change them alone.
// Each is a name in bodies.csv.
const (
	PartyCommittee   = "Đảng ủy"           // of a place or body that has no committee name of its own: "Đảng ủy phường Yên Hòa"
	PartyBody        = "Đảng bộ"           // what holds a congress, and whose committee is a PartyCommittee
	PeoplesCommittee = "Ủy ban nhân dân"   // that of a "Chủ tịch huyện", which the text does not name
	PeoplesCouncil   = "Hội đồng nhân dân" // "Trưởng ban Pháp chế tỉnh" is of a board of it
	Inspection       = "Ủy ban Kiểm tra"   // of a Party committee, that of the place when the text does not say of which
	BoardName        = "Ban Chấp hành"     // of a union or a party body
	Ministry         = "Bộ"                // "Bộ trưởng Y tế" is of the Bộ Y tế
	Office           = "Văn phòng"         // whose head signs for the body above it
	CaucusName       = "Ban Cán sự đảng"   // of a ministry or a court
	ProvinceParty    = "Tỉnh ủy"           // the committees of places, by the kind of the place
	CityParty        = "Thành ủy"          // "Bí thư thành phố Vinh" is of the Thành ủy
	UrbanParty       = "Quận ủy"
	DistrictParty    = "Huyện ủy"
	TownParty        = "Thị ủy"
	Government       = "Chính phủ" // on whose behalf decrees are signed
)

// Names of organisations of the centre that records are made of without their being named: "Hội nghị Trung ương 6" is one of
// the Central Committee.
const (
	CentralCommittee = "Ban Chấp hành Trung ương Đảng"
	CentralBoard     = "Ban Chấp hành Trung ương" // as texts of the time before 1976, and lists, shorten it
	Politburo        = "Bộ Chính trị"
	Secretariat      = "Ban Bí thư"
	Assembly         = "Quốc hội"
	Party            = "Đảng Cộng sản Việt Nam"
	Centre           = "Trung ương" // stands in a name for the place of a body of the centre
	Region           = "khu vực"    // ends a name before the bare name of the place: "Cục Hải quan khu vực Quảng Ninh"
)

// Names of posts that rules make.
const (
	Member          = "Ủy viên"               // of a body that the text says somebody is elected into
	AnyMember       = "Thành viên"            // of a body, whatever the post in it
	AlternateMember = "Ủy viên dự khuyết"     // of those whom a list sets apart
	StandingMember  = "Ủy viên Ban Thường vụ" // a post that ends with membership
)

// Kinds of unit that have rules of their own: which committee they have, of which level they are, how they are numbered.
const (
	Province = "tỉnh"
	City     = "thành phố"
	Capital  = "thủ đô"
	Urban    = "quận"
	District = "huyện"
	Town     = "thị xã"
	Ward     = "phường"
	Commune  = "xã"
	Township = "thị trấn"
)
