"""The paper of each organisation."""

from dataclasses import replace

from app.demo.blocks import Look

LARKHOLLOW = Look(
    "Larkhollow Primary School",
    ("8 Hollow Lane, Calderwick QX4 2LP", "01632 960211", "office@larkhollow.example"),
    colour="#2f5d50",
    footer="Headteacher: Mrs P. Whitlow",
)
LARKHOLLOW_FORM = replace(LARKHOLLOW, style="form", lines=(), footer="Larkhollow Primary School")
LARKHOLLOW_MINUTES = replace(LARKHOLLOW, style="minutes", lines=(), size=12, footer="")
LARKHOLLOW_LOG = replace(LARKHOLLOW, style="log", colour="#38424a", size=10.8, footer="Confidential")
LARKHOLLOW_OLD = replace(LARKHOLLOW, font="Libertinus Serif", size=12.5, footer="Headteacher: Mr A. Dunster")

WRENFIELD = Look(
    "Wrenfield Academy",
    ("Wrenfield Way, Calderwick QX4 9WA", "01632 960344", "enquiries@wrenfield.example"),
    colour="#1f3a68",
    logo="shield",
    footer="Aspire · Persevere · Belong",
)
WRENFIELD_FORM = replace(WRENFIELD, style="form", lines=(), footer="Wrenfield Academy")
WRENFIELD_LOG = replace(WRENFIELD, style="log", size=10.4, colour="#1f3a68", footer="Printed from the school's system")

CALDERWICK = Look(
    "Calderwick Council",
    ("Children’s Services", "Castle House, Quay Street", "Calderwick QX1 1CC", "01632 960500"),
    font="Libertinus Serif",
    size=12,
    colour="#5b2a66",
    logo="towers",
    footer="www.calderwick.example",
)
CALDERWICK_FORM = replace(
    CALDERWICK, style="form", font="Source Sans Pro", size=11, footer="Calderwick Council · OFFICIAL-SENSITIVE"
)
CALDERWICK_MINUTES = replace(CALDERWICK, style="minutes", lines=(), size=12, footer="OFFICIAL-SENSITIVE")

BRACKENMOOR = Look(
    "Brackenmoor NHS Trust",
    ("Tarn View Children’s Centre", "Moor Road, Calderwick QX2 6TV", "01632 960720"),
    colour="#1b5e9c",
    logo="wave",
    footer="Brackenmoor NHS Trust",
)
BRACKENMOOR_FORM = replace(BRACKENMOOR, style="form", lines=())
BRACKENMOOR_PRINT = replace(BRACKENMOOR, style="print", font="DejaVu Sans Mono", size=8.4)

FERNBRIDGE = Look(
    "Fernbridge Surgery",
    ("Fernbridge Surgery, 2 Bridge Street, Calderwick", "Tel. 01632 960118"),
    style="print",
    font="DejaVu Sans Mono",
    size=8.6,
    footer="Fernbridge Surgery",
)
FERNBRIDGE_LETTER = replace(
    FERNBRIDGE, style="letter", font="New Computer Modern", size=11, colour="#444444", logo="none"
)
