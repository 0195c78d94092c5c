"""What kg knows before it reads anything: actors, countries, places, weapons, words for people and things.

All of it is data under ``kg/knowledge/data`` (tab-separated, one record a line) that a user can extend with
files of the same format; the modules here only load, check and look up.
"""
