"""Data: the kinds of documents and the words they are known by.

Ids and labels are those of the domain list of document kinds. A cue is `weight phrase`; phrases are simplified text (lower case).
HEAD cues count in the first lines only, BODY cues anywhere on the first pages.
"""

import re

from app.understand.lazy import lazy

KIND_LABELS: dict[str, str] = {
    "ehc_needs_request": "EHC needs assessment request",
    "ehcp_draft": "EHC plan (draft)",
    "ehcp_final": "EHC plan (final)",
    "annual_review": "Annual review paperwork",
    "sen_support_review": "SEN support review",
    "iep": "Individual education / support plan",
    "provision_map": "Provision map",
    "ep_report": "Educational psychology report",
    "salt_report": "Speech and language therapy report",
    "nhs_letter": "Clinic letter",
    "camhs_letter": "CAMHS letter",
    "nhs_record_export": "Health record export",
    "assessment_protocol": "Test form or scoring sheet",
    "mash_referral": "Referral to children's social care",
    "early_help_assessment": "Early help assessment",
    "s17_assessment": "Child and family assessment",
    "case_notes": "Case notes",
    "chronology_export": "Chronology or safeguarding log export",
    "behaviour_log": "Behaviour or incident log",
    "attendance_certificate": "Attendance record",
    "exclusion_letter": "Suspension or exclusion letter",
    "school_report": "School report",
    "risk_assessment": "Risk assessment",
    "meeting_notes": "Meeting notes or minutes",
    "panel_minutes": "Panel or decision-making minutes",
    "decision_letter": "Decision letter",
    "referral_form": "Referral form",
    "police_report": "Police or missing-person report",
    "letter": "Letter",
    "email": "E-mail",
    "email_thread": "Printed e-mail thread",
    "text_message_export": "Text or chat messages",
    "handwritten_note": "Handwritten note",
    "presentation": "Presentation",
    "policy": "Policy or guidance",
    "cover_letter": "Covering letter to a disclosure",
    "index_schedule": "Index or schedule of a disclosure",
    "photo": "Photograph",
    "bundle": "Several records in one file",
    "archive": "Archive",
    "junk": "System file",
    "unreadable": "Unreadable",
    "other": "Other",
}
"""Id of a kind to the words for people."""

_HEAD = {
    "handwritten_note": "5 handwritten|5 note from|5 post-it",
    "ehc_needs_request": "9 request for an education, health and care|9 ehc needs assessment request|9 request for ehc|9 education, health and care needs assessment request|9 ehcna request"
                         "|8 request for statutory assessment|8 section 36|8 request for an ehc|7 parental request for|7 education health and care needs assessment|5 ehc needs assessment|5 ehcna",
    "ehcp_draft": "12 draft education, health and care plan|12 draft education health and care plan|12 draft ehc plan|12 draft ehcp|11 ehc plan (draft)|11 date of draft|11 proposed ehc plan|11 proposed education"
                  "|10 draft plan|8 proposed amended|7 education, health and care plan - draft|7 education health and care plan - draft|7 version: draft|7 status: draft",
    "ehcp_final": "10 final education, health and care plan|10 final ehc plan|10 final ehcp|10 ehc plan (final)|10 final amended|7 education, health and care plan|7 education health and care plan|6 ehc plan|5 ehcp|9 final plan",
    "annual_review": "11 annual review|9 review of an education, health and care plan|8 review of the ehc|8 ehcp review|8 review of ehc plan",
    "sen_support_review": "10 sen support review|10 sen support plan review|10 assess, plan, do, review|10 assess - plan - do - review|9 assess plan do review|9 apdr|8 graduated response|8 sen review|7 review of sen support|7 termly review|7 support plan review|6 graduated approach|8 provision review|8 review of provision",
    "iep": "11 individual education plan|10 individual support plan|10 individual learning plan|9 iep|9 sen support plan|8 pupil passport|8 one page profile|8 one-page profile|8 support plan|8 individual behaviour plan|7 learning plan|7 pupil profile|7 individual provision plan|6 smart targets|7 behaviour support plan|7 pastoral support plan|7 personal education plan|7 individual development plan|9 student passport|9 learner passport|8 learning passport|8 passport|8 individual plan|7 communication passport|7 language programme|6 programme for|8 learning support plan|7 targets",
    "provision_map": "11 provision map|10 provision mapping|9 costed provision|7 provision timetable|7 provision overview",
    "ep_report": "11 educational psychology|10 educational psychologist|10 psychological advice|9 psychological report|9 ep report|8 ep advice|7 consultation record|7 eps|8 psychology service|6 ep consultation|9 ep visit|8 psychologist's report|8 report of the educational psychologist|8 cognitive assessment",
    "salt_report": "11 speech and language therapy|10 speech and language|10 speech, language|9 salt report|9 slt report|8 communication assessment|7 salt",
    "nhs_letter": "8 clinic letter|7 outpatient|8 clinic date|8 date of clinic|8 community paediatric|7 paediatric|6 nhs foundation trust|5 nhs trust|6 nhs number|5 nhs no|6 hospital|5 dear dr|6 discharge summary|7 audiology|7 occupational therapy|6 physiotherapy|6 child development centre|6 health advice|7 school nurse|7 hearing test|7 discharge|8 discharge summary|7 health service|7 appointment letter|7 school entry screening|7 ophthalmology|7 orthoptic|7 dietetic|7 neurology|7 sleep clinic|7 growth clinic|10 medical report|10 child protection medical|8 sleep nurse|7 continence",
    "camhs_letter": "10 camhs|10 child and adolescent mental health|8 children and young people's mental health|8 cypmhs|7 mental health service",
    "nhs_record_export": "11 systmone|11 emis web|9 emis|9 rio progress|9 patient record|9 medical record|9 consultations|8 full patient record|8 progress notes|7 tabbed journal|6 journal|8 summary care record|7 gp record|7 health record|7 record print|9 attendances|9 clinical record|8 appointments list|8 immunisation|8 health visitor contact|8 health visiting|8 contact history|7 summary record|8 progress notes|7 record summary|7 hv contact|8 audiology attendances",
    "assessment_protocol": "9 record form|9 scoring sheet|9 score sheet|9 score form|8 questionnaire|8 response booklet|8 rating scale|7 checklist|8 screening form|7 strengths and difficulties|8 sensory profile|7 boxall profile|7 conners|6 test form|7 scoring summary|7 summary of scores|7 protocol|8 scoring|8 access arrangements|8 form 8|8 summary of testing|7 screening results|7 reading check|7 test results|7 assessment grid|7 observation schedule",
    "mash_referral": "11 multi-agency safeguarding hub|11 mash referral|10 marf|10 multi-agency referral|10 request for support|9 referral to children's social care|9 referral to children's services|9 safeguarding referral|9 mash|8 contact and referral|8 children's social care referral|8 inter-agency referral|8 contact record|8 initial contact|8 request for services|13 multi-agency referral|13 multi agency referral",
    "early_help_assessment": "12 early help assessment|10 early help|9 common assessment framework|8 eha|8 family assessment and plan|7 whole family|7 family plan",
    "s17_assessment": "11 unocini initial assessment|9 unocini|12 child and family assessment|11 single assessment|10 c&f assessment|10 section 17|10 s17|10 social work assessment|9 section 47|9 core assessment|8 children and families assessment|8 social worker's report|7 child in need assessment|8 child in need plan|8 child protection plan|7 assessment record",
    "case_notes": "9 pastoral notes|9 pastoral log|11 case notes|11 case note|10 case recording|9 case record|9 contact record|8 liquidlogic|8 mosaic|7 running record|7 supervision note|8 file notes|7 home visit record|7 case summary|9 communication log|8 contact log|8 telephone notes|8 elsa|7 session notes|8 phone log|8 supervision record|8 class diary|7 diary|7 observation notes|7 running notes|7 call log|8 case recordings|7 file note|7 parental contact",
    "chronology_export": "11 chronology|11 cpoms|11 myconcern|10 safeguarding log|10 safeguarding chronology|9 student incidents|9 concern log|9 safeguarding record|9 safeguarding file|8 incident list|9 record of concern|9 cause for concern|8 welfare concern|8 concern form|8 child protection file|8 significant events|8 body map|9 dsl action|9 safeguarding action|9 concern report|9 safeguarding concern",
    "behaviour_log": "8 incidents and sanctions|7 detail,sanction|7 incident,sanction|7 action,sanction|11 behaviour log|10 incident log|10 behaviour incident|10 behaviour record|10 abc chart|10 abc record|9 incident report|9 physical intervention|9 restraint|9 incident form|9 incident record|9 positive handling record|8 accident form|8 behaviour report|8 behaviour watch|8 conduct log|8 antecedent|7 bound book|7 accident report|8 behaviour points|8 home-school diary|6 incidents|9 behaviour points|9 incident form|8 behaviour and rewards|8 rewards and sanctions|8 behaviour incidents|8 detention|8 accident book|7 behaviour|8 seclusion|8 physical restraint",
    "attendance_certificate": "11 registration certificate|11 attendance certificate|10 attendance summary|10 attendance record|10 attendance report|10 pupil attendance|9 attendance register|8 session attendance|8 attendance|7 absence report|7 register|8 registration marks|8 absence|8 sessions missed",
    "exclusion_letter": "11 suspension|11 exclusion|10 fixed period|10 fixed-period|10 fixed term exclusion|9 permanent exclusion|8 suspend|8 excluded from school|8 exclude",
    "school_report": "10 annual report|10 end of year report|10 school report|9 report to parents|9 pupil report|9 progress report|8 termly report|8 interim report|8 report card|8 annual school report|7 end of term report|7 eyfs profile|7 foundation stage profile|7 two year progress|7 two-year progress|7 learning journal|6 parents' evening report|7 pupil progress|7 mid-year report|9 report to parents|6 summary for families|6 nursery class|7 nursery summary|8 report for parents|7 end of key stage|7 baseline report|6 parent consultation report|8 settling-in report|8 effort and attainment|11 learning journal|11 learning journey|9 observation journal",
    "risk_assessment": "12 risk assessment|9 risk management plan|9 individual risk|8 positive handling plan|8 risk reduction|7 safety plan|7 handling plan",
    "meeting_notes": "11 minutes of|10 meeting notes|10 notes of meeting|10 notes of a meeting|10 minutes|10 meeting minutes|9 team around the child|9 team around the family|9 tac meeting|9 taf meeting|9 notes from meeting|8 record of meeting|8 core group|8 strategy discussion|8 strategy meeting|8 professionals meeting|8 professionals' meeting|8 child protection conference|8 case conference|7 meeting record|7 meeting with|7 parent meeting|7 multi-agency meeting|6 meeting|9 parents' evening|9 parents eve|8 parents evening|8 parent consultation|8 transition meeting|8 reintegration meeting|8 reintegration|8 review notes|8 planning meeting|7 handover notes|7 moving up|9 mediation meeting|8 agenda|9 parent's evening|9 notes of visit|8 review conference|9 review child protection conference|9 initial child protection conference|8 looked after child review",
    "panel_minutes": "12 panel minutes|12 panel record|11 minutes of the panel|11 sen panel|11 send panel|11 panel decision|10 decision-making panel|10 decision making panel|10 moderation panel|10 resource panel|10 placement panel|9 resource allocation panel|9 decision-making group|9 decision making group|8 panel outcome|8 panel meeting|8 funding panel|7 panel",
    "decision_letter": "11 agreement to carry out|11 agreement to assess|11 agreement to an assessment|11 decision to carry out|9 notice of decision|9 decision not to|9 decision letter|9 refusal to|8 decision to|8 notification of decision|8 our decision|8 outcome of your request|8 outcome of the request|8 decision following|7 amendment notice|7 notice to amend|8 notice under|8 decision|11 amendment notice|10 notice of amendment|9 notice to amend",
    "referral_form": "10 referral form|9 referral to|9 referral for|8 request for involvement|8 service request|8 request for service|8 referral|7 request for consultation|7 request for advice|7 referral information|9 request for educational psychology|9 request for psychology|8 involvement request|8 request form",
    "police_report": "11 occurrence|11 constabulary|10 public protection notice|10 police protection notice|10 missing person|10 crime report|10 ppn|10 merlin|9 police|9 incident log niche|8 crime reference|8 missing episode",
    "presentation": "4 training session|4 slide",
    "policy": "9 policy|8 procedure|8 code of conduct|7 guidance for|7 statement of|7 information report|8 local offer|7 handbook|6 guidance|7 guide for parents|6 prospectus|7 accessibility plan|7 privacy notice|6 newsletter|8 term dates|5 information leaflet|6 leaflet|8 behaviour policy|9 send policy|8 protocol for|10 send information report|9 sen information report|8 information for parents|8 school offer|7 staff guidance|8 code of practice|9 privacy notice",
    "cover_letter": "12 subject access request|11 response to your request for|10 right of access|9 access request|8 sar response|8 dsar|7 disclosure of records|8 your request for information|8 request for personal|7 data subject|8 request for the educational record|9 covering letter|9 cover letter|9 cover note|8 covering note|8 access to records|9 your request for information|8 your request for records|8 response letter|8 your child's file|7 copies of records",
    "index_schedule": "12 schedule of documents|12 index of documents|11 schedule of disclosure|11 disclosure schedule|10 document index|10 list of documents|10 index of records|9 documents disclosed|9 redaction schedule|9 redaction log|9 exemption log|9 schedule of records|8 index to|7 schedule of|9 schedule of|9 list of documents|8 contents of the file|8 index and",
    "text_message_export": "9 whatsapp|9 chat history|9 class dojo messages|9 classdojo|9 text messages|8 sms|8 message history|8 conversation export|8 messages export|7 teams chat|8 chat export|8 class app|7 messages|7 chat|7 texts|6 screenshot",
}  # fmt: skip
_BODY = {
    "ehc_needs_request": "5 section 36(1)|4 request an ehc needs assessment|4 request that the local authority|3 views of the parent|4 ehc needs assessment|3 may have special educational needs|3 may be necessary for special educational provision",
    "ehcp_draft": "4 this is a draft|4 draft plan|4 15 days to|4 make representations about the draft|2 section b:|2 section f:|2 special educational provision|4 request a particular school",
    "ehcp_final": "2 section a|2 section b|2 section e|3 section f|4 section i|2 section k|3 special educational provision required|4 placement named|3 date of final plan|4 final plan issued|2 the views, interests and aspirations|2 section h1|2 section j",
    "annual_review": "4 section 44|3 annual review meeting|3 recommendations of the review|3 is the plan still appropriate|3 should the ehc plan|3 amend, maintain or cease|3 cease to maintain|3 progress towards outcomes|3 reviewed the ehc plan|3 maintain the plan",
    "sen_support_review": "4 assess plan do review|3 sen support|3 plan, do, review|3 reviewed targets|3 next steps|3 targets met|2 interventions this term|3 impact of provision|2 cycle",
    "iep": "3 smart target|3 strategies|3 success criteria|2 targets|2 target 1|2 achievement criteria|2 to be achieved by|2 what helps me|2 what works for me|3 what people like about me|3 how best to support me",
    "provision_map": "3 ratio|3 hours per week|2 intervention|3 cost per|2 frequency|2 adult|3 entry data|3 exit data|2 wave 2|2 wave 3",
    "ep_report": "4 hcpc|4 educational psychologist|3 wisc|3 bas-3|3 british ability scales|3 cognitive|2 consultation|3 psychological formulation|3 statutory advice|2 outcomes and provision|3 trainee educational psychologist",
    "salt_report": "4 celf|4 receptive|4 expressive language|3 speech and language therapist|3 phonolog|3 standard score|3 comprehension of language|3 trog|2 vocabulary|3 social communication|2 percentile",
    "nhs_letter": "4 dear dr|3 date dictated|3 date typed|4 clinic date|3 nhs number|3 diagnosis:|3 diagnoses:|3 diagnoses|3 i reviewed|3 reviewed in clinic|2 medication|3 paediatrician|2 on examination|3 was seen in|3 copy to: gp|3 consultant|3 cc gp|2 i saw this|2 hospital number|2 appointment|2 clinic|2 hospital|2 hearing test",
    "camhs_letter": "4 camhs|3 mental state|3 risk assessment:|3 formulation|3 care plan|2 low mood|2 anxiety|2 self-harm|3 rcads|2 choice appointment|3 partnership appointment|3 mental health practitioner|3 clinical psychologist",
    "nhs_record_export": "4 systmone|4 emis|3 read code|3 snomed|3 consultation:|3 problem:|3 history:|2 examination:|3 seen by|3 patient id|3 problem (|3 registered gp|3 telephone encounter|3 gp surgery|2 telephone consultation",
    "assessment_protocol": "3 raw score|3 percentile|3 scaled score|3 standard score|3 not true|3 somewhat true|3 certainly true|3 never|2 rarely|2 total score|2 rater|2 scoring|2 items|2 subtest|3 examiner",
    "mash_referral": "4 reason for referral|3 mash|3 consent to referral|3 parental consent|3 multi-agency|2 referrer|3 family composition|3 agencies involved|3 immediate danger|3 risk of significant harm|4 reason for contact|4 threshold|3 has the family been told|3 duty desk|3 offer early help|2 referral taken by",
    "early_help_assessment": "4 early help|3 lead practitioner|3 lead professional|3 team around the family|2 whole family|3 family's strengths|3 what's going well|3 what are we worried about|3 family network",
    "s17_assessment": "4 section 17|4 s.17|3 manager's decision|3 manager decision|3 social worker|3 analysis|3 parenting capacity|3 family and environmental|3 child's developmental needs|3 danger statement|3 child in need|2 genogram|3 ecomap",
    "case_notes": "4 case note type|4 contact type|3 created on|3 created by|3 worker:|3 author:|3 event type|3 recorded by|3 case note|3 mosaic id|3 liquidlogic|2 duration|2 visit type",
    "chronology_export": "4 linked student|4 added by|4 cpoms|4 myconcern|3 date added|3 dsl action|3 date of incident|3 categor|3 alerted|3 assigned to|3 action taken|3 significant event|3 safeguarding|3 body map|2 source of information|2 designated safeguarding lead",
    "behaviour_log": "4 antecedent|4 consequence|3 behaviour points|3 points|3 restraint|3 de-escalation|3 location|3 behaviour type|3 staff involved|3 recorded by|2 incident|3 physical intervention|2 sanction|3 injuries|2 time of incident|3 hold used",
    "attendance_certificate": "4 possible sessions|4 authorised absence|4 unauthorised absence|4 unauthorised|3 present|3 code|3 attendance percentage|4 sessions|3 registration|3 lates|3 / \\ |3 % attendance|2 am pm",
    "exclusion_letter": "5 fixed period|5 fixed-period|5 suspended|5 suspension|4 exclude|5 make representations|4 governing board|3 governing body|4 independent review panel|4 right to make representations|3 reintegration meeting",
    "school_report": "3 attainment|3 effort|3 class teacher's comment|3 teacher comment|3 tutor comment|3 headteacher's comment|3 working towards|3 expected standard|3 greater depth|2 reading|2 writing|2 mathematics|3 attitude to learning|3 age related|3 age-related|3 personal development|2 religious education|2 physical education|3 it has been a pleasure|2 has made good progress|3 reading|3 writing|3 maths|2 i would recommend|2 enjoys|3 targets for next year|3 attainment|2 attendance|3 next teacher|2 her writing|2 his writing|2 science|3 moving into year",
    "risk_assessment": "4 hazard|4 likelihood|4 control measures|3 severity|3 risk rating|3 who might be harmed|3 residual risk|3 triggers|3 early warning signs|3 risk level|3 de-escalation",
    "meeting_notes": "5 apologies|4 present:|4 attendees|3 in attendance|4 actions|4 matters arising|3 action points|3 agenda|3 chair|3 by whom|3 date of next meeting|3 minutes taken by|2 discussed|3 attended by|3 invited but",
    "panel_minutes": "4 panel agreed|4 the panel|4 panel members|3 funding|3 agreed|4 not agreed|3 banding|3 top-up|3 rationale|3 decision:|4 panel decision|2 case officer",
    "decision_letter": "7 right of appeal|7 right to appeal|5 enclose the final plan|6 has decided to assess|5 decided to assess|5 decision to carry out|5 final plan, issued|4 you have until|4 appeal to the first-tier|4 mediation|4 send tribunal|4 decided not to|4 decided to|3 mediation certificate|3 has considered your request|3 local authority has decided|4 has decided|3 regulation 5|3 regulation 10|3 two months|3 the reasons for this decision|3 reasons for",
    "referral_form": "4 referrer|4 reason for referral|3 referred by|3 consent|3 parental consent|2 signature of parent|3 details of referrer|2 presenting difficulties|3 service requested|2 gp details|2 involvement requested",
    "police_report": "4 occurrence|4 collar|4 pc |3 officer in case|3 oic|4 urn|3 crime ref|3 constable|3 public protection|4 missing from home|3 vulnerab|3 niche",
    "policy": "3 this policy|3 the policy|3 governors will|3 the governing body|3 all staff|3 policy statement|3 monitoring and review|3 review date|3 ratified|3 roles and responsibilities|3 legislation and guidance|3 will be reviewed|3 aims|3 all pupils|3 scope|3 version control",
    "cover_letter": "5 subject access|4 records for|5 as asked for|4 your request reached us|4 refer to your request|4 request of|5 held back|4 nothing removed|4 further records|4 second search|4 are enclosed|4 we enclose|3 that we hold|4 retention schedule|3 not searched|3 copies from|3 place your view|3 look after records|4 please find enclosed|4 redact|4 exempt|4 your request|4 information commissioner|3 enclosed|3 data protection officer|3 complain to the ico|4 third part|4 personal data|3 disclos|3 withheld|4 personal data that we hold|4 asked for the personal data|3 blacked out|3 memory stick|3 schedule|4 copy of your child's records|3 we have removed|3 information about other people|3 search term|4 we do not hold|3 records you asked for|3 third party",
    "index_schedule": "4 document no|4 doc no|3 exemption|3 pages|3 withheld|3 redacted|3 disclosed|3 description of document|3 no. of pages|3 number of pages|3 released|4 date of document",
    "text_message_export": "3 <media omitted>|3 image omitted|4 messages and calls are end-to-end encrypted|3 read at|3 delivered|3 missed voice call|3 seen by",
    "letter": "4 dear |3 yours sincerely|3 yours faithfully|3 kind regards|2 re: |2 i am writing|2 enc|2 thank you for your letter",
    "presentation": "3 slide |3 any questions?|2 learning objectives of this session|2 agenda",
}  # fmt: skip


PATTERNS: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (kind, weight, lazy(pattern))
    for kind, weight, pattern in (
        ("school_report", 9, r"\b(?:year|y|yr) ?\d{1,2}(?: \w+){0,2} report\b|\b(?:reception|nursery|autumn|spring|summer|annual|end[- ]of[- ]\w+|interim|mid[- ]year|pupil|termly)(?: \w+){0,2} report\b"),
        ("school_report", 8, r"\breport (?:for|on) (?:the )?(?:year|academic year|school year|autumn|spring|summer)\b|\bsubject\n(?:effort|attainment|progress|grade)\b"),
        ("referral_form", 11, r"\b(?:referral|request)\b[^\n]{0,12}\b(?:to|for)\b[^\n]{0,60}\b(?:therapy|psycholog\w+|paediatric\w*|camhs|service|involvement|support team|outreach|assessment service)\b"),
        ("referral_form", 9, r"\breferral (?:form|request|to)\b"),
        ("behaviour_log", 9, r"\bdate\n(?:time\n|lesson\n|type\n|period\n|class\n|what\n)?(?:type\n|code\n|what\n|behaviour\n|incident\n)?points\b"),
        ("index_schedule", 9, r"\bno\.?\n(?:document|description|folder|title|file)s?\b"),
        ("meeting_notes", 9, r"\b(?:notes|minutes|record) (?:of|from) (?:a |the |our )?(?:\w+ ){0,3}(?:meeting|discussion|conversation|visit|review)\b"),
        ("attendance_certificate", 8, r"\bpossible sessions?\b|\bsessions? (?:possible|missed|attended)\b"),
        ("chronology_export", 8, r"\bdate\n(?:time\n)?(?:category\n)?(?:significant )?(?:event|concern|incident)s?\b"),
        ("nhs_record_export", 9, r"\bproblems? - active\b|\bpatient (?:record|summary|history)\b|\bmedication - (?:repeat|past|current)\b|\bconsultation record\b"),
    )
)  # fmt: skip
"""(kind, weight, pattern) for heads that no fixed phrase describes; cells of a row stand on lines of their own."""


Cue = tuple[str, int, str]
"""Kind, weight and phrase."""
Cues = dict[str, tuple[Cue, ...]]
"""First word of phrases to their cues."""
_INNER: dict[str, frozenset[str]] = {}
"""Phrase to the words that stand whole inside it: without them it cannot be in a text."""


def _cues(table: dict[str, str]) -> Cues:
    out: dict[str, list[Cue]] = {}
    for kind, text in table.items():
        for cue in text.split("|"):
            weight, _, phrase = cue.partition(" ")
            first, *others = _WORD.findall(phrase) or [""]
            out.setdefault(first, []).append((kind, int(weight), phrase))
            _INNER[phrase] = frozenset(others[:-1])
    return {word: tuple(cues) for word, cues in out.items()}


_WORD = lazy(r"[a-z0-9]+")
HEAD_CUES = _cues(_HEAD)
"""First word of a phrase to (kind, weight, phrase), for the first lines."""
BODY_CUES = _cues(_BODY)
"""The same for the first pages."""


_PLACES = {id(table): {word: place for place, word in enumerate(table)} for table in (HEAD_CUES, BODY_CUES)}


def cues_in(words: str, table: Cues) -> list[Cue]:
    """The cues of a table whose phrase stands in simplified words, in the order of the table."""
    seen = {*_WORD.findall(words), ""}
    return [
        cue
        for word in sorted(seen & table.keys(), key=_PLACES[id(table)].__getitem__)
        for cue in table[word]
        if _INNER[cue[2]] <= seen and cue[2] in words
    ]
