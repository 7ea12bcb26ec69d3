"""Phrases and short forms that people say instead of the protocol's words. Those that the protocol
itself has are not here: they belong in its glossary and in each page's `also_called`."""

from __future__ import annotations

SHORT: tuple[tuple[str, str], ...] = (
    ("sw", "social worker"),
    ("sws", "social workers"),
    (
        "fsw; family hub; children centre; sure start; troubled families; supporting "
        "families; family intervention; fip; family centre; connexions; ehm",
        "early help",
    ),
    ("ld nurse; ldt", "learning disability team"),
    ("ctld", "community learning disability team"),
    ("low iq; learning needs", "learning disability"),
    ("eupd; bpd", "personality disorder"),
    ("dual diagnosis", "mental health substance use"),
    ("htt", "home treatment team"),
    ("pmh; pnmh; pmht; pimh", "perinatal mental health"),
    ("od; all her tablets; all his tablets; all her pills", "overdose"),
    ("subutex; suboxone; espranor", "buprenorphine"),
    ("foetal alcohol; fetal alcohol", "alcohol pregnancy"),
    ("dtoc; bed blocking; medically fit; mffd; edd", "delayed discharge"),
    ("dna; wnb; not brought; never turns up; didnt turn up", "missed appointment"),
    ("nfa", "closing case"),
    ("pre proceedings; into care", "care proceedings"),
    ("best interests meeting; best interest decision", "mental capacity best interests"),
    ("nok; next of kin", "nearest relative"),
    ("ooh", "out of hours"),
    ("rcpc", "review child protection conference"),
    ("mw", "midwife"),
    ("eol", "end of life"),
    ("", "child sexual abuse"),
    ("let us in; let me in; answer the door; no access", "will not engage"),
    ("mdt", "professionals meeting"),
    ("year old; yr old", "child"),
    ("off sick", "change of worker"),
    ("ed; utc; miu; minor injuries; walk in centre", "emergency department"),
    (
        "duty line; duty team; duty worker; contact centre; spa; intake team; access team; "
        "spoa; spoc",
        "front door",
    ),
    ("gad; dbt; counselling; low intensity", "anxiety depression"),
    ("birthing plan", "birth plan"),
    ("level 3; level 4; tier 3", "level of need"),
    ("vi; registered blind", "sight loss"),
    ("abi; tbi; acquired brain; traumatic brain", "brain injury"),
    ("cva; tia", "stroke"),
    ("als", "motor neurone disease"),
    ("me cfs; copd; ibd; eds; fnd; long covid; ltc; ltcs", "long term illness"),
    ("mld; sld; pmld; spld; ldd; global delay", "learning disability"),
    ("smi", "severe mental illness"),
    ("bpad", "bipolar"),
    ("aa meeting; alcoholics anonymous", "alcohol"),
    ("home alone; left alone", "neglect danger"),
    ("restraining order; harassment order; dva; ipv; vawg", "domestic abuse"),
    ("wet room; level access; grab rail", "adaptations"),
    ("continuum of need; windscreen", "level of need"),
    ("minds the kids; has the kids; got the kids; after the kids", "looks after the children"),
    ("kicking off; kicked off", "crisis"),
    ("is using; still using; using again; been using", "uses drugs"),
    ("pick it up; pick this up; will pick up; wont pick up; take it on", "dispute"),
    ("hears voices; hearing things; seeing things", "hearing voices"),
    ("gone missing; went missing; missing family", "moving away"),
    ("cant hear; hard of hearing", "hearing loss deaf parent"),
    ("cant walk; in a chair; bad back; no legs", "physical impairment"),
    ("on the spectrum; sensory overload", "autistic parent"),
    (
        "not all there; bit slow; special school; tell the time; count money; doesnt get "
        "it; needs things explained; read or write",
        "learning disability",
    ),
    (
        "lift baby; lift the baby; carry baby; carry the baby; bath board; hospital bed; "
        "talking scales; blue badge; key safe; pendant alarm; bath lift",
        "equipment adaptations",
    ),
    (
        "not long left; weeks to live; months to live; going downhill; getting weaker",
        "terminal illness",
    ),
    ("writing a will; make a will; made a will; memory box", "guardian dying parent"),
    ("runs the house; mum to bed; no childhood; washes her dad", "young carer"),
    (
        "kill herself; kill himself; end it all; on the bridge; danger to herself; danger "
        "to himself; slit wrists; want to live; want to die; not safe to herself; to be "
        "here",
        "suicidal crisis",
    ),
    (
        "losing the plot; lost the plot; gone mad; in the head; lost it; cracking up; "
        "having an episode; lost her mind; acting strange; high as a kite; talking to "
        "herself; lost her marbles",
        "mental health crisis",
    ),
    (
        "off her meds; off his meds; not taking meds; stopped her meds; stopped his meds; "
        "stopped taking meds; wont take meds; refusing meds",
        "sudden stop of medicine",
    ),
    (
        "on a three; on a two; on a section; under section; gone in voluntary; secure unit",
        "sectioned",
    ),
    (
        "up the duff; in the club; waters broken; baby due; due date; free birth; due next "
        "month",
        "pregnancy",
    ),
    ("on subbies; daily pick up; picks up daily; topping up", "methadone script"),
    (
        "laughing gas; legal highs; legal high; nitrous oxide; shooting up; jacking up; off "
        "her head; off his head; bang on it; back on it; on the gear; using on top; done "
        "for drugs; off his face; off her face",
        "uses drugs",
    ),
    (
        "on the bottle; off the wagon; drying out; the shakes; dry drunk; half cut; on the "
        "lash",
        "alcohol drinking",
    ),
    (
        "kicked out; thrown out; chucked out; sofa surfing; sleeping rough; rough sleeping; "
        "on the streets; sleeping in car; living in car; nowhere to live; bidding for house",
        "homeless",
    ),
    ("behind with rent", "rent arrears"),
    ("section 21 notice; no fault eviction; section 21 eviction", "eviction"),
    (
        "no heating; no hot water; no electric; no gas; cant afford food; loan shark; food "
        "parcel; on the sick; sick note; fit note; crisis loan; social fund; community care "
        "grant; disability living allowance; mobility allowance; incapacity benefit; family "
        "credit; job centre",
        "benefits",
    ),
    ("signed off sick; signed off work; ssp; smp", "sick pay benefits"),
    (
        "savings limit; bank statements; take my house; sell my house; out of pocket",
        "charges financial assessment",
    ),
    (
        "knocks her about; hits her; beats her; walking on eggshells; let her out; black "
        "eye; revenge porn; checks her phone; takes her money; takes her benefits; locks "
        "her in; scared of him; scared of her; afraid of him",
        "domestic abuse",
    ),
    (
        "interfered with; touching kids; touched her; inappropriate touching; sex offender",
        "sexual abuse child",
    ),
    ("hit with belt; round the face; round the head", "physical abuse"),
    (
        "house a tip; like a tip; no food in; rotten teeth; missed jabs; nappy rash; dog "
        "mess; not fed; left in car; not taken to doctor; cold house; locked in bedroom; "
        "head lice; home on their; kids on their",
        "neglect",
    ),
    (
        "done a runner; done one; done a bunk; moonlight flit; false address; gone abroad; "
        "moved without telling; back to poland",
        "moving away",
    ),
    (
        "see the child; never in; wont work with; wont sign; dodging us; cancels every "
        "time; always cancels; fobbing us off",
        "will not engage",
    ),
    (
        "taken off her; took the baby; took my kids; take my kids; take my baby; kids back; "
        "children back; lost her kids",
        "take my child",
    ),
    ("in care; voluntary care; accommodated", "looked after child"),
    ("on a plan; on the plan; on the register", "child protection plan"),
    (
        "ping pong; hot potato; buck passing; pillar to post; batting it back; sent it "
        "back; pushed back; not for us",
        "passed around",
    ),
    ("dropped us; case dropped; dropped the case; shut the case; stood down", "closed case"),
    (
        "meals on wheels; carers come in; carer comes in; home care; domiciliary care; dom "
        "care",
        "home help",
    ),
    ("school run; lifts to school", "transport taxis"),
    ("nursery fees; childcare costs; childcare fees; after school club", "childminder nursery"),
    ("locked up; sent down; in the nick; on remand; banged up; doing time; on tag", "prison"),
    ("suspended sentence; unpaid work; bail hostel; approved premises", "probation"),
    ("in the cells; been nicked", "police"),
    (
        "blue light; blue lighted; rushed in; intensive care; high dependency; day surgery",
        "hospital admission",
    ),
    (
        "absent dad; absent father; lives elsewhere; split up; parents separated; estranged "
        "father; custody of children; custody and access; access rights",
        "parents who live apart",
    ),
    (
        "burn out; vicarious trauma; secondary trauma; compassion fatigue; stressed worker; "
        "burnt out",
        "support for staff",
    ),
    ("tip off; snitch; grass; grassed; dobbed in; reported me", "anonymous referral"),
    ("gut feeling; something not right; small worry", "worried about a child"),
    ("english law; law in england; scots law", "law by nation"),
    ("pcn; primary care network", "general practice"),
    ("aot; assertive outreach", "community mental health team"),
    ("rmn; cmhn; mental health nurse", "community psychiatric nurse"),
    ("ra; rheumatoid", "arthritis"),
    ("hd", "huntingtons"),
    ("sids; cot death; safe sleep; safe sleeping", "safer sleep"),
    ("d2a; d2as", "discharge to assess"),
    ("tto; ttos; take home medicines", "hospital discharge"),
    (
        "leave to remain; ltr; euss; settled status; spouse visa; home office",
        "recourse to public funds",
    ),
    ("bbv; bbvs; hep b; hep c; ivdu; pwid; blood borne virus; nsp", "needle exchange"),
    ("thn", "naloxone"),
    (
        "daat; dat; cdt; drug action team; community drug team; addictions team",
        "drug and alcohol service",
    ),
    ("phq9; phq 9; gad7; gad 7", "depression anxiety"),
    ("gcp2", "graded care profile"),
    ("ubb; uba", "unborn baby"),
    ("saq", "supported self assessment"),
    ("caiu", "child abuse investigation team"),
    (
        "rui; under investigation; bail conditions; voluntary interview; psni; garda; "
        "police scotland",
        "police",
    ),
    ("asbo; cbo; neighbour dispute", "anti social behaviour"),
    ("pdu; crc; noms", "probation service"),
    ("b&b; bed and breakfast", "temporary accommodation"),
    ("ig; siro; information governance", "data protection"),
    ("qa", "quality assurance"),
    ("sn; scphn", "school nurse"),
    ("phn", "health visitor"),
    ("cmw; msw", "community midwives"),
    ("ola; oob; other local authority", "out of area"),
    ("uhb", "health board"),
    ("rit; reablement team; intermediate care", "reablement"),
    ("mca1; mca2", "capacity assessment"),
    ("acp; advance care plan; eolc; gsf", "end of life"),
    ("out of bed", "depression"),
    ("behind my back", "told about me"),
    ("one at home; nobody at home", "who has the children"),
    ("use phone; use the phone", "textphone"),
    ("uk wide", "four nations"),
    ("first day; new job; bank staff", "induction"),
    ("smashing up; smashed up; kicking the door", "danger violence"),
    ("unsafe to visit; safe for staff; risky visit", "lone working"),
    ("csdpa; chronically sick", "care act"),
    ("ilf; independent living fund", "direct payments"),
    ("special needs mum; special needs dad; special needs parent", "learning disability parent"),
    ("lesbian mum; gay dad; same sex", "who it covers"),
    ("didnt hear; hear back; heard nothing", "tell the referrer"),
)
"""(short forms and phrases of up to three words, what the protocol says for each). Where no name in
the protocol has the first, the second is looked for instead: its words together, not one or the
other."""
