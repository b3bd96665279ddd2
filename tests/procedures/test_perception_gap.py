"""Perception gaps, where many answers are needed to see them."""

from tests.given import judge


def answers(role, scores, item="Is it worth its price", service="mail", scale=(1, 5), party=None):
    return [
        {
            "id": f"{service}-{role}-{item}-{number}-{scale[1]}",
            "service": service,
            "role": role,
            "party": party or f"{role}-{number}",
            "item": item,
            "score": score,
            "scale_min": scale[0],
            "scale_max": scale[1],
        }
        for number, score in enumerate(scores)
    ]


def judged(*groups, **more):
    return judge(
        "roles.perception-gap", {"survey_responses": [row for rows in groups for row in rows]}, **more
    )


def test_a_provider_who_is_content_and_users_who_are_not_are_a_lead():
    found = judged(answers("user", [1, 2, 2, 3] * 10), answers("service_owner", [4, 5, 5] * 5))
    (lead,) = found.result.leads
    assert lead.object.id == "mail|provider|user"
    assert lead.service == "mail"
    assert "the role provider answers better than the role user" in lead.statement
    assert len(found.lead_records) == 55


def test_roles_that_answer_alike_are_none():
    found = judged(answers("user", [3, 4, 4, 5] * 10), answers("customer", [3, 4, 4, 5] * 3))
    assert found.result.result == "no_lead"
    assert [row["verdict"] for row in found.rows] == ["pass"]


def test_ten_answers_of_each_are_enough_and_nine_are_not():
    ten = judged(answers("user", [1] * 10), answers("customer", [5] * 10))
    nine = judged(answers("user", [1] * 10), answers("customer", [5] * 9))
    assert ten.result.result == "lead"
    assert nine.result.result == "insufficient_data"
    assert "only 9 answers" in nine.rows[0]["reason"]


def test_one_who_answers_often_counts_once():
    found = judged(answers("user", [1] * 40, party="ann"), answers("customer", [5] * 20))
    assert found.result.result == "insufficient_data"


def test_answers_on_different_scales_are_different_questions():
    found = judged(answers("user", [3] * 20), answers("customer", [9] * 20, scale=(1, 10)))
    assert found.result.result == "not_applicable"


def test_the_role_may_follow_from_the_invitation_or_the_side():
    users = [
        {**row, "role": None, "invite": f"i{place}"} for place, row in enumerate(answers("user", [1] * 12))
    ]
    staff = [{**row, "role": None} for row in answers("staff", [5] * 12)]
    found = judge(
        "roles.perception-gap",
        {
            "survey_responses": users + staff,
            "survey_invites": [
                {"id": f"i{place}", "role": "user", "sent_at": "2024-01-01T00:00Z"} for place in range(12)
            ],
            "parties": [
                {"id": f"staff-{number}", "kind": "person", "provider_side": True} for number in range(12)
            ],
        },
    )
    assert [lead.object.id for lead in found.result.leads] == ["mail|provider|user"]
