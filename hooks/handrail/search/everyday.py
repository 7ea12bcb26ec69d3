"""What people say instead of the protocol's words. Names of things in the protocol are not here:
they belong in its glossary and in each page's `also_called`."""

from __future__ import annotations

_SMALL = """
    a about am an and any are as at be been being but by can could did do does for from get gets
    getting go goes got had has have he her him his how i if in into is it its me my no not of off
    on or our out s she should so some t than that the their them then there they this to too up us
    was we were what when where which who whose why will with would you your dont cant wont isnt
    doesnt im ive need needs want wants please help
"""
SMALL = frozenset(_SMALL.split())
"""Words that say little of what somebody looks for. They count a little, never nothing, because
"who pays" and "out of hours" are made of them."""

SAME: tuple[tuple[str, str], ...] = (
    ("mum mom mam mummy mums mother", "parent mother"),
    ("dad daddy dads father", "parent father"),
    ("kid kids bairn youngster boy girl son daughter toddler teenager teen", "child"),
    ("toddler newborn infant", "baby child"),
    ("husband wife boyfriend girlfriend ex spouse", "partner"),
    ("phone telephone tel number ring call email address", "contact"),
    ("weekend night evening nights weekends", "hours emergency"),
    ("urgent emergency", "crisis danger"),
    ("pay pays paying paid cost costs money fund cash afford bill bills", "funding charge pay"),
    ("drink drinks drunk booze boozing alcoholic alcoholism hungover", "alcohol drinking"),
    ("addict addicted addiction cocaine heroin crack cannabis weed", "drugs substance"),
    ("tablets pills meds medication prescription", "medicine"),
    ("locked lock", "storage safe lock"),
    ("ward inpatient", "hospital"),
    ("doctor doctors", "gp"),
    ("tell telling pass", "share sharing"),
    ("row argue arguing argument disagree refuse refused refuses", "dispute disagreement"),
    ("deadline timescale timescales long", "time limit"),
    ("template blank proforma paperwork", "form"),
    ("suicidal suicide selfharm", "crisis suicidal"),
    ("unwell ill poorly sick", "illness"),
    ("dying died dies death", "terminal death"),
    ("wheelchair", "physical"),
    ("deaf blind", "sensory"),
    ("house home council flat", "housing"),
    ("moved moving moves move relocate", "move area"),
    ("violent violence hitting hits beaten controlling abusive abuser", "abuse control"),
    ("bruise bruises bruising injury injured hurt", "harm injury"),
    ("teacher headteacher classroom", "school"),
    ("closed close shut", "closing"),
    ("accuse accused accusation", "allegation"),
    ("welsh", "wales"),
    ("scottish", "scotland"),
    ("irish", "ireland"),
    ("meeting", "conference"),
    ("conference", "meeting"),
    ("course courses", "training"),
    ("complain complaining complained unhappy", "complaint"),
    ("translator", "interpreter"),
    ("prison jail gaol parole", "prison probation"),
    ("chemist pharmacy", "pharmacist"),
    ("psychiatrist psychologist psych cpn", "mental psychiatric"),
    ("accommodation homeless rent landlord tenancy evicted", "housing homeless"),
    ("autism asd aspergers", "autistic"),
    ("detained detention", "sectioned detain"),
    ("casualty", "ae emergency"),
    ("cops policeman policewoman", "police"),
    ("solicitor lawyer barrister", "legal court"),
    ("pram buggy pushchair highchair", "equipment cot"),
    ("stairlift ramp ramps rails hoist", "adaptation equipment"),
    ("dirty filthy hungry starving neglected", "neglect"),
    ("slap slapped smack smacked shaken", "abuse harm"),
    ("quick quickly fast soon", "time limit urgent"),
    ("cook cooks cooking cleaning cleans chores", "caring carer"),
    ("dementia alzheimers parkinsons", "progressive deteriorating"),
    ("foster fostered fostering adopted adoption", "proceedings accommodation"),
    ("stuck bounced bounce", "dispute refused"),
)  # fmt: skip
"""(words that people type, words of the protocol that they may mean)."""
