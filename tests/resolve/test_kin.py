"""Brothers and sisters, fathers and sons, twins: names that differ by a sound or an ending, and two people."""

from __future__ import annotations

import pytest

from kg.model import EntityKind, Reading
from kg.names import compare
from kg.resolve import resolve
from tests.resolve.factory import OCCURRED, Story, killed, when

ONE = (
    # Hausa
    ("Alhaji Musa Danjuma", "Musa Dan Juma"), ("Malam Garba Sule", "Garba Sule"), ("Umar Dahiru", "Umaru Dahiru"),
    ("Sani Abubakar Gusau", "Sani Abubakar-Gusau"),
    # Ukrainian and Russian
    ("Oleksandr Hryhorenko", "Aleksandr Grigorenko"), ("Volodymyr Shevchuk", "Vladimir Shevchuk"),
    ("Serhiy Kovalchuk", "Sergei Kovalchuk"), ("Petro Ivanovych Savchuk", "Petro Savchuk"),
    ("Mykhailo Lysenko", "Mikhail Lysenko"), ("Danylo Tkachuk", "Danila Tkachuk"), ("Yevhen Kravets", "Yevgen Kravets"),
    # Spanish
    ("José Luis Cárdenas Rojas", "Jose Luis Cardenas"), ("Francisco Javier Uribe", "Javier Uribe"),
    # Pashto
    ("Mullah Abdul Wali Zadran", "Abdulwali Zadran"), ("Haji Gul Agha Noorzai", "Gul Agha Nurzai"),
    ("Zalmay Ahmadzai", "Zelmai Ahmadzai"), ("Najibullah Stanekzai", "Najeebullah Stanikzai"),
    # Persian
    ("Gholamreza Farhadi", "Gholam Reza Farhadi"), ("Seyyed Mohsen Rostami", "Mohsen Rostami"),
    ("Hossein Karimian", "Husayn Karimian"), ("Mehdi Parsaei", "Mahdi Parsai"),
    # Somali
    ("Mustaf Warsame Geedi", "Mustafa Warsame Geedi"),
)  # fmt: skip
TWO = (
    # brother and sister, of any language that makes a woman's name of a man's
    ("Karim Qandil", "Karima Qandil"), ("Farid Stanekzai", "Farida Stanekzai"), ("Latif Popal", "Latifah Popal"),
    ("Yevhen Kravets", "Yevheniia Kravets"), ("Oleksandr Lysenko", "Oleksandra Lysenko"),
    ("Valentyn Savchuk", "Valentyna Savchuk"), ("Anton Melnyk", "Antonina Melnyk"),
    ("Viktor Melnyk", "Viktoriia Melnyk"),
    ("Yevgeny Tkachov", "Yevgenia Tkachov"), ("Sergei Tkachov", "Sergei Tkachova"),
    ("Daniel Peñaloza", "Daniela Peñaloza"), ("Francisco Peñaloza", "Francisca Peñaloza"),
    ("Juan Quispe", "Juana Quispe"),
    ("Antonio Salgado", "Antonia Salgado"), ("Habib Rostami", "Habibeh Rostami"), ("Malik Danladi", "Malika Danladi"),
    # brothers, twins
    ("Sani Abubakar", "Sanusi Abubakar"), ("Hassan Danladi", "Hussaini Danladi"), ("Yakubu Lawal", "Ya'u Lawal"),
    ("Oleksiy Tkachenko", "Oleksandr Tkachenko"), ("Mykola Lysenko", "Mykhailo Lysenko"),
    ("Pedro Antonio Salgado", "Pedro Pablo Salgado"), ("Gul Rahman Shinwari", "Gul Rahim Shinwari"),
    ("Rahmatullah Wardak", "Rahimullah Wardak"), ("Hamidullah Popal", "Hamdullah Popal"),
    ("Fazlullah Popal", "Fazilullah Popal"), ("Mohammad Javad Tehrani", "Mohammad Jafar Tehrani"),
    ("Amir Hossein Vakili", "Amir Hassan Vakili"),
    # father and son, cousins
    ("Petro Ivanovych Savchuk", "Ivan Petrovych Savchuk"), ("Aliyu Bello", "Bello Aliyu"),
    ("Ramón Ibáñez Soto", "Ramón Ibáñez Leal"), ("Luis Alberto Quispe Mamani", "Luis Alberto Quispe Huanca"),
    ("Ibrahim Maigari", "Ibrahim Maigandi"),
)  # fmt: skip


def report(number: int, *names: str) -> Reading:
    story = Story(f"report{number}", f"2020-03-{5 + number:02}")
    people = [story.person(name) for name in names]
    story.says(story.event("GunAttack"), OCCURRED, *map(killed, people), when("2020-03-04"))
    return story.reading()


def people(*readings: Reading) -> int:
    return sum(entity.kind is EntityKind.PERSON for entity in resolve(readings).entities)


@pytest.mark.parametrize(("first", "second"), ONE)
def test_one_person_of_two_spellings(first: str, second: str) -> None:
    assert compare(first, second).same
    assert people(report(0, first), report(1, second)) == 1


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_people_of_one_family(first: str, second: str) -> None:
    assert not compare(first, second).same
    assert people(report(0, first), report(1, second)) == 2
    assert people(report(0, first, second), report(1, second, first)) == 2
