package vocab

import (
	"github.com/cayleygraph/quad"
)

// Namespaces. Terms of others are used where they say what we mean; our own are the rest.
const (
	// NamespaceID: the things of a graph: articles, persons, posts, places.
	NamespaceID = "https://nhiemky.github.io/id/"
	// NamespaceOwn: our own terms.
	NamespaceOwn = "https://nhiemky.github.io/ns#"
	// NamespaceRDF: RDF 1.1.
	NamespaceRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	// NamespaceXSD: the types of XML Schema.
	NamespaceXSD = "http://www.w3.org/2001/XMLSchema#"
	// NamespaceSKOS: SKOS.
	NamespaceSKOS = "http://www.w3.org/2004/02/skos/core#"
	// NamespaceORG: the W3C Organization Ontology.
	NamespaceORG = "http://www.w3.org/ns/org#"
	// NamespacePROV: the W3C Provenance Ontology.
	NamespacePROV = "http://www.w3.org/ns/prov#"
	// NamespaceFOAF: Friend of a Friend.
	NamespaceFOAF = "http://xmlns.com/foaf/0.1/"
	// NamespaceSchema: schema.org.
	NamespaceSchema = "https://schema.org/"
	// NamespaceDCTerms: Dublin Core Terms.
	NamespaceDCTerms = "http://purl.org/dc/terms/"
	// NamespaceOWL: OWL 2.
	NamespaceOWL = "http://www.w3.org/2002/07/owl#"
	// NamespaceCRM: CIDOC CRM, for bounds of time.
	NamespaceCRM = "http://www.cidoc-crm.org/cidoc-crm/"
	// NamespaceLOC: the datatypes of the Library of Congress, for EDTF.
	NamespaceLOC = "http://id.loc.gov/datatypes/"
)

// Labels of the layers that are not an article's.
const (
	// Reference labels background facts: <place/quận_Ba_Đình,_Hà_Nội/D001.1> schema:containedInPlace <place/Hà_Nội/P01.1>
	Reference = quad.IRI(NamespaceID + "reference")
	// Derived labels what follows from several articles together: <person/A> org:hasMembership <article/x.txt#holding/…>
	Derived = quad.IRI(NamespaceID + "derived")
	// Corrections labels what people decided: <correction/…> nk:decision "same"
	Corrections = quad.IRI(NamespaceID + "corrections")
	// Bookkeeping labels what the store says of itself; it is not exported.
	Bookkeeping = quad.IRI(NamespaceID + "store")
)

// Classes.
const (
	// ClassArticle: an article that was read.
	ClassArticle = quad.IRI(NamespaceSchema + "NewsArticle")
	// ClassPassage: a run of bytes of an article, the evidence of a record.
	ClassPassage = quad.IRI(NamespaceOwn + "Passage")
	// ClassMention: a person, document or meeting as one article speaks of it; see PropSpecializationOf.
	ClassMention = quad.IRI(NamespaceOwn + "Mention")
	// ClassHolding: that a person holds, held or is to hold a post, as one article says.
	ClassHolding = quad.IRI(NamespaceORG + "Membership")
	// ClassPerson: a person, across articles.
	ClassPerson = quad.IRI(NamespaceFOAF + "Person")
	// ClassOrganization: a party, state or mass organisation.
	ClassOrganization = quad.IRI(NamespaceORG + "Organization")
	// ClassPost: a seat in an organisation, whoever sits in it.
	ClassPost = quad.IRI(NamespaceORG + "Post")
	// ClassRole: a title such as "Bí thư", whatever the organisation.
	ClassRole = quad.IRI(NamespaceORG + "Role")
	// ClassPlace: an administrative unit in one of its versions.
	ClassPlace = quad.IRI(NamespaceSchema + "AdministrativeArea")
	// ClassCongress: a party congress.
	ClassCongress = quad.IRI(NamespaceOwn + "Congress")
	// ClassCommitteeTerm: a committee from the congress that elected it to the next.
	ClassCommitteeTerm = quad.IRI(NamespaceOwn + "CommitteeTerm")
	// ClassDocument: an official document, across articles.
	ClassDocument = quad.IRI(NamespaceOwn + "Document")
	// ClassMeeting: a numbered session of a body, across articles.
	ClassMeeting = quad.IRI(NamespaceOwn + "Meeting")
	// ClassTenure: an unbroken time of a person in a post, across articles; with bounds, as a time span of CIDOC CRM.
	ClassTenure = quad.IRI(NamespaceOwn + "Tenure")
	// ClassTimeSpan: of CIDOC CRM; what has the properties P81 and P82.
	ClassTimeSpan = quad.IRI(NamespaceCRM + "E52_Time-Span")
	// ClassCorrection: what somebody decided about statements.
	ClassCorrection = quad.IRI(NamespaceOwn + "Correction")
	// ClassContradiction: statements that cannot all be true; they are set aside and bound nothing.
	ClassContradiction = quad.IRI(NamespaceOwn + "Contradiction")
)

// Properties. Each comment gives domain -> range and a quad as it is stored (subject and object shortened).
const (
	// PropType: anything -> class. <person/A> rdf:type foaf:Person
	PropType = quad.IRI(NamespaceRDF + "type")
	// PropPrefLabel: anything -> text@vi. <organization/Bộ_Chính_trị> skos:prefLabel "Bộ Chính trị"@vi
	PropPrefLabel = quad.IRI(NamespaceSKOS + "prefLabel")
	// PropKey: anything -> string made by Key. <person/A> nk:key "nguyen van a"
	PropKey = quad.IRI(NamespaceOwn + "key")

	// PropHeadline: article -> text@vi. <article/x.txt> schema:headline "Hội nghị…"@vi
	PropHeadline = quad.IRI(NamespaceSchema + "headline")
	// PropDatePublished: article -> date, in EDTF with "~" where it is inferred. <article/x.txt> schema:datePublished "2018-07-12"^^xsd:date
	PropDatePublished = quad.IRI(NamespaceSchema + "datePublished")
	// PropDatedBy: article -> how its day was found: field, address, byline, text or neighbours, the last two inferred. <article/x.txt> nk:datedBy "byline"
	PropDatedBy = quad.IRI(NamespaceOwn + "datedBy")
	// PropPublisher: article -> name of the newspaper or site that published it, by its own metadata. <article/x.vn/tin/1> schema:publisher "Báo Ví Dụ"
	PropPublisher = quad.IRI(NamespaceSchema + "publisher")
	// PropURL: article -> address at which it was published. <article/x.vn/tin/1> schema:url "https://x.vn/tin/1"
	PropURL = quad.IRI(NamespaceSchema + "url")
	// PropIdentifier: article, document mention, document or place -> its name, code or id in the list. <article/x.txt> dcterms:identifier "x.txt"
	PropIdentifier = quad.IRI(NamespaceDCTerms + "identifier")
	// PropSHA256: article -> hex digest of its bytes. <article/x.txt> nk:sha256 "9f86…"
	PropSHA256 = quad.IRI(NamespaceOwn + "sha256")
	// PropReadAs: text of an article -> what tells the bytes and the program that read them; not exported. <article/x.txt#text> nk:readAs "5f1c…"
	PropReadAs = quad.IRI(NamespaceOwn + "readAs")
	// PropCaptured: text of an article -> when a crawl fetched it; not exported. <article/x.vn/tin/1#text> nk:captured "2024-03-13T00:00:00Z"
	PropCaptured = quad.IRI(NamespaceOwn + "captured")
	// PropDayTold: text of an article without a day -> the month and the day that it tells, whose year its neighbours may give; not exported. <article/x.txt#text> nk:dayTold "--06-09"^^xsd:gMonthDay
	PropDayTold = quad.IRI(NamespaceOwn + "dayTold")
	// PropShingles: article -> a band of least hashes of its shingles: articles that share one may share most words. <article/x.txt> nk:shingles "05a1c4…"
	PropShingles = quad.IRI(NamespaceOwn + "shingles")
	// PropAlternateOf: article -> the one of which it is a copy, or nearly one (derived). <article/y.vn/tin/7> prov:alternateOf <article/x.vn/tin/1>
	PropAlternateOf = quad.IRI(NamespacePROV + "alternateOf")
	// PropStatements: article -> hex digest of what it says: two with one digest have the same words and
	// state the same. <article/x.txt> nk:statements "60303a…"
	PropStatements = quad.IRI(NamespaceOwn + "statements")
	// PropArticleBody: text of an article -> its bytes as they were read; not exported. <article/x.txt#text> schema:articleBody "…"
	PropArticleBody = quad.IRI(NamespaceSchema + "articleBody")
	// PropReferences: article -> document mention. <article/x.txt> dcterms:references <article/x.txt#document/Chỉ_thị/05-CT/TW>
	PropReferences = quad.IRI(NamespaceDCTerms + "references")
	// PropTextOf: article -> mention of the document whose text it is, and that document (derived). <article/qd.txt> nk:textOf <document/Nghị_định/302/2025/NĐ-CP>
	PropTextOf = quad.IRI(NamespaceOwn + "textOf")
	// PropCitation: article -> document (derived). <article/x.txt> schema:citation <document/Chỉ_thị/05-CT/TW/2016>
	PropCitation = quad.IRI(NamespaceSchema + "citation")

	// PropDerivedFrom: holding, mention or congress -> passage; tenure or contradiction -> holding. <article/x.txt#holding/…> prov:wasDerivedFrom <article/x.txt#bytes-10-52>
	PropDerivedFrom = quad.IRI(NamespacePROV + "wasDerivedFrom")
	// PropQuotedFrom: passage -> article. <article/x.txt#bytes-10-52> prov:wasQuotedFrom <article/x.txt>
	PropQuotedFrom = quad.IRI(NamespacePROV + "wasQuotedFrom")
	// PropValue: passage -> its words, as they stand in the file. <article/x.txt#bytes-10-52> prov:value "…"@vi
	PropValue = quad.IRI(NamespacePROV + "value")
	// PropStartByte: passage -> offset of its first byte in the file. <article/x.txt#bytes-10-52> nk:startByte "10"^^xsd:integer
	PropStartByte = quad.IRI(NamespaceOwn + "startByte")
	// PropEndByte: passage -> offset behind its last byte. <article/x.txt#bytes-10-52> nk:endByte "52"^^xsd:integer
	PropEndByte = quad.IRI(NamespaceOwn + "endByte")
	// PropRule: holding, mention, or passage of a congress or meeting -> name of the rule of extraction that made it. <…#holding/…> nk:rule "apposition-before"
	PropRule = quad.IRI(NamespaceOwn + "rule")
	// PropConfidence: as PropRule -> share of records like it that were right where people read them. <…#holding/…> nk:confidence "0.93"^^xsd:decimal
	PropConfidence = quad.IRI(NamespaceOwn + "confidence")
	// PropSpecializationOf: mention -> person, document or meeting (derived). <…#person/A> prov:specializationOf <person/A>
	PropSpecializationOf = quad.IRI(NamespacePROV + "specializationOf")
	// PropGroup: document or meeting mention -> what it has to share with others to be the same. <…#document/…> nk:group "Chỉ thị|5|TW"
	PropGroup = quad.IRI(NamespaceOwn + "group")

	// PropName: person or person mention -> text@vi. <person/A> foaf:name "Nguyễn Văn A"@vi
	PropName = quad.IRI(NamespaceFOAF + "name")
	// PropBirthDate: person mention or person (derived) -> date. <…#person/A> schema:birthDate "1967"^^xsd:gYear
	PropBirthDate = quad.IRI(NamespaceSchema + "birthDate")
	// PropDeathDate: person mention or person (derived) -> date. <…#person/A> schema:deathDate "2018-09-21"^^xsd:date
	PropDeathDate = quad.IRI(NamespaceSchema + "deathDate")
	// PropBirthPlace: person mention -> place that the person is from (quê quán). <…#person/A> schema:birthPlace <place/huyện_Trảng_Bàng,_Tây_Ninh/D712.1>
	PropBirthPlace = quad.IRI(NamespaceSchema + "birthPlace")
	// PropDifferentFrom: person -> person of the same name who cannot be the same (derived); without it they may be. <person/A_(…)> owl:differentFrom <person/A_(…)>
	PropDifferentFrom = quad.IRI(NamespaceOWL + "differentFrom")
	// PropHasMembership: person -> holding (derived). <person/A> org:hasMembership <…#holding/…>
	PropHasMembership = quad.IRI(NamespaceORG + "hasMembership")
	// PropMember: holding -> person mention. <…#holding/…> org:member <…#person/A>
	PropMember = quad.IRI(NamespaceORG + "member")
	// PropPost: holding -> post (ORG has no such term). <…#holding/…> nk:post <post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội>
	PropPost = quad.IRI(NamespaceOwn + "post")
	// PropOrganization: holding -> organisation. <…#holding/…> org:organization <organization/Quận_ủy_Ba_Đình,_Hà_Nội>
	PropOrganization = quad.IRI(NamespaceORG + "organization")
	// PropRole: holding or post -> role. <post/…> org:role <role/Bí_thư>
	PropRole = quad.IRI(NamespaceORG + "role")
	// PropStatus: holding -> status. <…#holding/…> nk:status nk:holds
	PropStatus = quad.IRI(NamespaceOwn + "status")
	// PropStartDate: holding, congress, committee term, meeting -> date. <…#holding/…> schema:startDate "2015"^^xsd:gYear
	PropStartDate = quad.IRI(NamespaceSchema + "startDate")
	// PropEndDate: as PropStartDate. <…#holding/…> schema:endDate "2020-06"^^xsd:gYearMonth
	PropEndDate = quad.IRI(NamespaceSchema + "endDate")
	// PropAsOf: holding -> the day at which the article says so. <…#holding/…> nk:asOf "2018-07-12"^^xsd:date
	PropAsOf = quad.IRI(NamespaceOwn + "asOf")
	// PropInTerm: holding -> committee term. <…#holding/…> nk:inTerm <term/Quận_ủy_Ba_Đình,_Hà_Nội/26>
	PropInTerm = quad.IRI(NamespaceOwn + "inTerm")

	// PropAbout: contradiction -> post, and persons of whom it is said that they held it (derived). <contradiction/…/1> schema:about <post/…>
	PropAbout = quad.IRI(NamespaceSchema + "about")
	// PropHolder: tenure -> person (derived). <tenure/…/1> nk:holder <person/A>
	PropHolder = quad.IRI(NamespaceOwn + "holder")
	// PropSeat: tenure -> post (derived). <tenure/…/1> nk:seat <post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội>
	PropSeat = quad.IRI(NamespaceOwn + "seat")
	// PropBeginOfBegin: tenure -> first day on which it can have begun (derived); open without. <tenure/…/1> crm:P82a_begin_of_the_begin "2015-08-03"^^xsd:date
	PropBeginOfBegin = quad.IRI(NamespaceCRM + "P82a_begin_of_the_begin")
	// PropEndOfBegin: tenure -> last day on which it can have begun. <tenure/…/1> crm:P81a_end_of_the_begin "2018-02-21"^^xsd:date
	PropEndOfBegin = quad.IRI(NamespaceCRM + "P81a_end_of_the_begin")
	// PropBeginOfEnd: tenure -> first day on which it can have ended. <tenure/…/1> crm:P81b_begin_of_the_end "2020-06-02"^^xsd:date
	PropBeginOfEnd = quad.IRI(NamespaceCRM + "P81b_begin_of_the_end")
	// PropEndOfEnd: tenure -> last day on which it can have ended. <tenure/…/1> crm:P82b_end_of_the_end "2025-06-30"^^xsd:date
	PropEndOfEnd = quad.IRI(NamespaceCRM + "P82b_end_of_the_end")
	// PropWhyBeginOfBegin: tenure -> holding, place, organisation or term from which that bound follows. <tenure/…/1> nk:whyBeginOfBegin <…#holding/…>
	PropWhyBeginOfBegin = quad.IRI(NamespaceOwn + "whyBeginOfBegin")
	// PropWhyEndOfBegin: the same for the end of the begin -> holding, place, organisation or term. <tenure/…/1> nk:whyEndOfBegin <…#holding/…>
	PropWhyEndOfBegin = quad.IRI(NamespaceOwn + "whyEndOfBegin")
	// PropWhyBeginOfEnd: the same for the begin of the end -> holding, place, organisation or term. <tenure/…/1> nk:whyBeginOfEnd <…#holding/…>
	PropWhyBeginOfEnd = quad.IRI(NamespaceOwn + "whyBeginOfEnd")
	// PropWhyEndOfEnd: the same for the end of the end -> holding, place, organisation or term. <tenure/…/1> nk:whyEndOfEnd <place/quận_Ba_Đình,_Hà_Nội/D001.1>
	PropWhyEndOfEnd = quad.IRI(NamespaceOwn + "whyEndOfEnd")
	// PropCause: contradiction -> place, organisation or term against which it is (derived). <contradiction/…/1> nk:cause <place/quận_Ba_Đình,_Hà_Nội/D001.1>
	PropCause = quad.IRI(NamespaceOwn + "cause")
	// PropContinues: tenure -> the tenure of the person before it, when nothing says that there was a break. <tenure/…/2> nk:continues <tenure/…/1>
	PropContinues = quad.IRI(NamespaceOwn + "continues")
	// PropSure: tenure -> how sure it is that the person held the post between its inner bounds: nk:certain or nk:likely. <tenure/…/1> nk:sure nk:certain
	PropSure = quad.IRI(NamespaceOwn + "sure")
	// PropOutvotedBy: contradiction -> holding that stands against those of the contradiction and stays, because far more articles agree with it. <contradiction/…/1> nk:outvotedBy <…#holding/…>
	PropOutvotedBy = quad.IRI(NamespaceOwn + "outvotedBy")
	// PropUnit: tenure or contradiction -> the post, and the name where others do not matter, that is worked out as a whole. <tenure/…/1> nk:unit "https://…/post/…"
	PropUnit = quad.IRI(NamespaceOwn + "unit")

	// PropDecision: correction -> same, different, wrong or value. <correction/…> nk:decision "same"
	PropDecision = quad.IRI(NamespaceOwn + "decision")
	// PropCorrects: correction -> holding or organisation. <correction/…> nk:corrects <…#holding/…>
	PropCorrects = quad.IRI(NamespaceOwn + "corrects")
	// PropCorrectsToo: correction -> the other holding or organisation. <correction/…> nk:correctsToo <…#holding/…>
	PropCorrectsToo = quad.IRI(NamespaceOwn + "correctsToo")
	// PropCorrectProperty: correction -> status, from, to or as_of. <correction/…> nk:correctProperty "from"
	PropCorrectProperty = quad.IRI(NamespaceOwn + "correctProperty")
	// PropCorrectValue: correction -> the right value. <correction/…> nk:correctValue "2018-02-21"
	PropCorrectValue = quad.IRI(NamespaceOwn + "correctValue")
	// PropReason: correction -> why, in words. <correction/…> nk:reason "the photo shows another man"
	PropReason = quad.IRI(NamespaceOwn + "reason")
	// PropDecidedBy: correction -> who decided. <correction/…> nk:decidedBy "Lan"
	PropDecidedBy = quad.IRI(NamespaceOwn + "decidedBy")
	// PropDecidedOn: correction -> when. <correction/…> nk:decidedOn "2026-11-22"
	PropDecidedOn = quad.IRI(NamespaceOwn + "decidedOn")
	// PropExactMatch: organisation -> the same under another name, by a correction (derived). <organization/A> skos:exactMatch <organization/B>
	PropExactMatch = quad.IRI(NamespaceSKOS + "exactMatch")

	// PropPerTerm: post -> committee term: the post is a membership, won for a term. <post/Ủy_viên,_Quốc_hội> nk:perTerm <term/Quốc_hội/15>
	PropPerTerm = quad.IRI(NamespaceOwn + "perTerm")
	// PropRenewedOn: post -> first day of a term of the National Assembly, with which the post is given anew: who is appointed within a month of it may have held it before. <post/Bộ_trưởng,_Bộ_Y_tế> nk:renewedOn "2016-07-20"^^xsd:date
	PropRenewedOn = quad.IRI(NamespaceOwn + "renewedOn")
	// PropAgain: holding -> that it starts for somebody who held it before. <…#holding/…> nk:again "true"^^xsd:boolean
	PropAgain = quad.IRI(NamespaceOwn + "again")
	// PropPostIn: post -> organisation. <post/…> org:postIn <organization/…>
	PropPostIn = quad.IRI(NamespaceORG + "postIn")
	// PropExclusive: post -> whether one person holds it at a time. <post/…> nk:exclusive "true"^^xsd:boolean
	PropExclusive = quad.IRI(NamespaceOwn + "exclusive")
	// PropSubOrganizationOf: organisation -> organisation. <organization/Quận_ủy_…> org:subOrganizationOf <organization/Thành_ủy_Hà_Nội>
	PropSubOrganizationOf = quad.IRI(NamespaceORG + "subOrganizationOf")
	// PropAreaServed: organisation -> place, every version of it. <organization/…> schema:areaServed <place/quận_Ba_Đình,_Hà_Nội/D001.1>
	PropAreaServed = quad.IRI(NamespaceSchema + "areaServed")
	// PropContainedIn: place -> place. <place/quận_Ba_Đình,_Hà_Nội/D001.1> schema:containedInPlace <place/Hà_Nội/P01.1>
	PropContainedIn = quad.IRI(NamespaceSchema + "containedInPlace")
	// PropReplacedBy: place or organisation -> one that took over all or part of it. <place/…/D001.1> dcterms:isReplacedBy <place/phường_Ba_Đình,_Hà_Nội/N00004.1>
	PropReplacedBy = quad.IRI(NamespaceDCTerms + "isReplacedBy")
	// PropValidFrom: place, organisation or committee term -> first day. <place/…> schema:validFrom "2003-11-06"^^xsd:date
	PropValidFrom = quad.IRI(NamespaceSchema + "validFrom")
	// PropValidThrough: place, organisation or committee term -> last day. <place/…> schema:validThrough "2025-06-30"^^xsd:date
	PropValidThrough = quad.IRI(NamespaceSchema + "validThrough")
	// PropKind: place, organisation of the centre, document mention, document, contradiction -> kind in words. <place/…> dcterms:type "quận"@vi
	PropKind = quad.IRI(NamespaceDCTerms + "type")

	// PropOrdinal: congress, meeting, committee term -> number. <congress/…/26> nk:ordinal "26"^^xsd:integer
	PropOrdinal = quad.IRI(NamespaceOwn + "ordinal")
	// PropOrganizer: congress, meeting or its mention -> organisation. <congress/…/26> schema:organizer <organization/Đảng_bộ_quận_Ba_Đình,_Hà_Nội>
	PropOrganizer = quad.IRI(NamespaceSchema + "organizer")
	// PropElected: congress -> committee term. <congress/…/26> nk:elected <term/Quận_ủy_Ba_Đình,_Hà_Nội/26>
	PropElected = quad.IRI(NamespaceOwn + "elected")
	// PropTermOf: committee term -> organisation. <term/…/26> nk:termOf <organization/Quận_ủy_Ba_Đình,_Hà_Nội>
	PropTermOf = quad.IRI(NamespaceOwn + "termOf")

	// PropTitle: document mention or document without a code -> text@vi. <…#document/…> dcterms:title "Nghị quyết Trung ương 4 khóa XII"@vi
	PropTitle = quad.IRI(NamespaceDCTerms + "title")
	// PropCreator: document mention or document -> organisation that issued it. <document/…> dcterms:creator <organization/Bộ_Chính_trị>
	PropCreator = quad.IRI(NamespaceDCTerms + "creator")
	// PropIssued: document mention or document -> date. <document/…> dcterms:issued "2016-05-15"^^xsd:date
	PropIssued = quad.IRI(NamespaceDCTerms + "issued")
	// PropOccasion: document mention or document -> congress or meeting that passed it. <document/…> nk:occasion <congress/…/26>
	PropOccasion = quad.IRI(NamespaceOwn + "occasion")
)

// Datatypes of literals. A date is stored as precisely as it is known, and not more.
const (
	typeDate      = quad.IRI(NamespaceXSD + "date")
	typeYearMonth = quad.IRI(NamespaceXSD + "gYearMonth")
	typeYear      = quad.IRI(NamespaceXSD + "gYear")
	typeEDTF      = quad.IRI(NamespaceLOC + "edtf")
	typeMonthDay  = quad.IRI(NamespaceXSD + "gMonthDay")
	typeInteger   = quad.IRI(NamespaceXSD + "integer")
	typeDecimal   = quad.IRI(NamespaceXSD + "decimal")
	typeBoolean   = quad.IRI(NamespaceXSD + "boolean")
	typeString    = quad.IRI(NamespaceXSD + "string")
	typeLang      = quad.IRI(NamespaceRDF + "langString")
)
