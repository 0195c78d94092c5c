from tests.rdf.factory import world
def test_x():
    assert world().graph()
