"""Common given names of women and of men in the UK: they speak for or against "Mrs" and "Mr". Names that are both are left out."""

_WOMEN = """
aisha alice alison amanda amara amelia amina amy anita angela anna anne annette ann beatrice bethan beverley brenda bridget carol
caroline carolyn catherine catrin charlotte cheryl chloe christina christine claire clare daisy danielle dawn deborah debbie
denise diana diane donna dorothy eileen eirlys elaine eleanor elizabeth ella ellen emily emma esther eva evelyn fatima felicity
fiona florence freya gemma geraldine gillian gina glenys grace hannah harriet hayley heather helen helena hilary holly imogen
irene isabel isabella isla jackie jacqueline jane janet janice jean jennifer jenny jessica jill joan joanna joanne jodie josephine
joyce judith julia julie june karen kate katherine kathleen kathryn katie katy kelly kerry khadija kirsty laura lauren leanne
lesley lilian lily linda lindsay lisa lorraine louise lowri lucy lynn lynne maeve mair mandy margaret maria marian marie marion
marjorie martha mary maureen megan melanie melissa michelle mia miriam moira molly monica nadia nancy naomi natalie natasha nerys
nia nicola nora norma olivia olwen pamela patricia paula pauline penelope philippa phoebe polly priya rachel rebecca rhian
rhiannon rose rosemary ruby ruth sally samina sandra sara sarah sharon sheila shirley sian siobhan sonia sophia sophie stella
stephanie susan susanna suzanne sylvia tanya teresa theresa tina tegan tracey tracy ursula valerie vanessa vera veronica victoria
violet vivienne wendy yasmin yvonne zainab zara zoe
"""
_MEN = """
aaron adam adrian ahmed aidan alan albert alistair andrew aneurin anthony antony arthur barry benjamin bernard brendan brian bruce
bryn callum carl cedric charles christopher clive colin connor craig cyril damian daniel darren david dean declan dennis derek
desmond dewi dominic donald douglas duncan dylan edward edwin emyr eric ernest evan fergus francis frank fraser frederick gareth
gary gavin geoffrey george gerald gerard gethin gilbert glyn gordon graeme graham grant gregory guy gwyn hamish harold harry
hassan henry howard hugh hussein huw hywel iain ian ibrahim ieuan imran isaac ivan ivor jack jacob james jason jeffrey jeremy john
jonathan joseph joshua keith kenneth kevin kieran kwame laurence lawrence leonard liam luke malcolm marcus mark martin matthew
mehmet michael mohammed muhammad nathan neil nicholas nigel noah norman oliver oscar osian owain owen patrick paul peter philip
phillip ralph raymond rhodri rhys richard robert roger roland ronald rory roy russell ryan samuel scott sean sebastian simon
stanley stephen steven stewart stuart terence thomas timothy tobias tom tomos toby trevor vernon victor vincent walter wayne
wilfred william yusuf
"""
WOMEN = frozenset(_WOMEN.split())
MEN = frozenset(_MEN.split())


def said_by(given: str) -> str:
    """The letter "f" or "m" where a given name says so, else ""."""
    return "f" if given in WOMEN else "m" if given in MEN else ""
