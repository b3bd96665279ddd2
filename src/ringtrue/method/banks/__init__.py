"""What ships as data: interview questions, scenarios with anchored answers, concepts and lessons; each in English and German."""
