"""Names, datelines and bylines made up from parts, as news has them."""

import random

from training.examples import OUTSIDE, name_labels, split_name

AGENCIES = ("Reuters", "AP", "AFP", "Associated Press", "Xinhua", "Bloomberg", "UPI", "Kyodo")
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Dec.")
OF_A_PERSON = (
    "{} Inc .", "{} Corp .", "{} Corp", "{} Ltd", "{} & Co .", "{} Group", "{} Holdings", "{} AG",
    "{} Industries", "{} Partners", "{} Capital", "{} Foundation", "{} Motors", "{} Brothers",
    "{} Technologies", "{} Labs", "{} Pharmaceuticals", "{} Energy", "{} Media", "{} University",
)  # fmt: skip
OF_A_PLACE = (
    "Bank of {}", "University of {}", "{} University", "{} United", "{} City", "{} Rovers", "FC {}",
    "{} FC", "{} Tigers", "{} Rangers", "{} Airlines", "Air {}", "{} Airways", "{} Stock Exchange",
    "{} Times", "{} Post", "{} City Council", "{} Police", "Ministry of Defence of {}", "{} Bank",
    "Supreme Court of {}", "{} Chamber of Commerce", "{} Telecom", "National Bank of {}",
    "{} Electric", "{} Oil Company", "{} Football Association", "{} Hospital", "{} Fire Department",
    "Democratic Party of {}", "{} National Party", "{} Central Bank", "Port Authority of {}",
)  # fmt: skip
LETTERS = "ABCDEFGHIKLMNOPRSTUVW"

CONSONANTS = (*"bcdfghjklmnprstvwyz", "br", "ch", "dr", "gr", "kr", "pr", "sh", "st", "th", "tr")
VOWELS = (*"aeiouaoi", "ai", "ea", "ou")

Name = tuple[str, ...]


def coin(rng: random.Random) -> str:
    """Make up a word that tells nothing of what it names, so that its neighbours must."""
    length = rng.choice((3, 4, 4, 5, 5, 6))
    word = "".join(rng.choice((CONSONANTS, VOWELS)[n % 2]) for n in range(length)).title()
    return word.upper() if rng.random() < 0.05 else word


def invent_product(rng: random.Random) -> Name:
    """Make up a product: a word, a number, or both."""
    number = f"{rng.choice(LETTERS)}{rng.randint(1, 990)}" if rng.random() < 0.5 else ""
    word = coin(rng) if not number or rng.random() < 0.5 else ""
    return split_name(f"{word} {number}")


def invent_organisation(person: Name, place: Name, rng: random.Random) -> Name:
    """Make up a company, a club, a body, an acronym or a single word."""
    draw = rng.random()
    if draw < 0.3:
        return (coin(rng),)
    if draw < 0.45:
        return ("".join(rng.choices(LETTERS, k=rng.choice((2, 3, 3, 3, 4, 4, 5)))),)
    if draw < 0.7:
        return split_name(rng.choice(OF_A_PERSON).format(person[-1]))
    return split_name(rng.choice(OF_A_PLACE).format(" ".join(place)))


def dateline(place: Name, rng: random.Random) -> tuple[list[str], list[int]]:
    """Make up what stands before a report: LONDON, May 3 (Reuters) -"""
    city = [word.upper() if rng.random() < 0.7 else word for word in place]
    words, allowed = city, name_labels("place", len(city))
    if rng.random() < 0.4:
        day = [",", *split_name(rng.choice(MONTHS)), str(rng.randint(1, 31))]
        words, allowed = words + day, allowed + [OUTSIDE] * len(day)
    if rng.random() < 0.6:
        agency = split_name(rng.choice(AGENCIES))
        words = [*words, "(", *agency, ")"]
        allowed = [*allowed, OUTSIDE, *name_labels("org", len(agency)), OUTSIDE]
    return [*words, rng.choice("-–—:")], [*allowed, OUTSIDE]


def byline(person: Name) -> tuple[list[str], list[int]]:
    """Make up who wrote a report."""
    return ["By", *person], [OUTSIDE, *name_labels("person", len(person))]
