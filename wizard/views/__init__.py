"""Pages of the product as values: what they say and offer. Documents and front ends only draw them."""
