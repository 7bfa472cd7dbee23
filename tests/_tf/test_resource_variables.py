"""Values of resource variables before and after they are initialized."""

from tf_spec_compat._tf import initialized_value, tf1


def test_initialized_value():
    """It is the initial value until the variable is initialized, and the variable's own after."""
    with tf1.Graph().as_default(), tf1.Session() as session:
        variable = tf1.get_variable("v", [2], initializer=tf1.ones_initializer(), use_resource=True)
        value = initialized_value(variable)
        assert session.run(value).tolist() == [1, 1]
        session.run(variable.initializer)
        session.run(variable.assign([3, 4]))
        assert session.run(value).tolist() == [3, 4]


def test_for_the_initial_value_of_another():
    """Another variable may be initialized by it first, in a loop's body too."""
    with tf1.Graph().as_default(), tf1.Session() as session:
        variable = tf1.Variable([1.0, 2.0], use_resource=True)
        other = tf1.Variable(initialized_value(variable) * 2, use_resource=True)
        session.run(other.initializer)
        assert session.run(other).tolist() == [2, 4]
        looped = tf1.while_loop(
            lambda i, _: i < 2,
            lambda i, s: (i + 1, s + initialized_value(variable)),
            (tf1.constant(0), tf1.zeros([2])),
        )
        assert session.run(looped[1]).tolist() == [2, 4]
